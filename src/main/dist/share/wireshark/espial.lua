-- Espial in Wireshark: "Tools > Espial" analyses the open capture and goes to the frames that prove each finding.
-- To be copied into the folder "Personal Lua Plugins" (Help > About Wireshark > Folders). Wireshark 3.6 or later.

local espial = Proto("espial", "Espial")
espial.prefs.program = Pref.string("Program", "espial", "Where the program espial is, if it is not on the PATH")
espial.prefs.options = Pref.string("Options", "", "More words for espial analyze, such as: --server 192.0.2.10")

local on_windows = package.config:sub(1, 1) == "\\"

-- Conditions that a display filter is made of: Wireshark takes no filter of any length.
local MOST_FRAMES = 500

------------------------------------------------------------------------------------------------------------------------
-- The open capture as pcapng, since nothing tells a script the name of its file

local interface_name = Field.new("frame.interface_name")
local interface_id = Field.new("frame.interface_id")
local encapsulation = Field.new("frame.encap_type")
local epoch = Field.new("frame.time_epoch")

-- Wireshark's numbers of link layers (wtap.h), and those of files (https://www.tcpdump.org/linktypes.html).
local LINK_TYPES = {
    [1] = 1, [4] = 9, [7] = 101, [15] = 0, [25] = 113, [129] = 228, [130] = 229, [141] = 239, [210] = 276,
}

local function block(kind, body)
    local length = Struct.pack("<I4", #body + 12)
    return Struct.pack("<I4", kind) .. length .. body .. length
end

local function padded(octets)
    return octets .. string.rep("\0", -#octets % 4)
end

local function option(code, value)
    return Struct.pack("<I2I2", code, #value) .. padded(value)
end

local SECTION = block(0x0a0d0d0a, Struct.pack("<I4I2I2I4I4", 0x1a2b3c4d, 1, 0, 0xffffffff, 0xffffffff))
local END_OF_OPTIONS = Struct.pack("<I2I2", 0, 0)
local NANOSECONDS = option(9, "\9")

-- Nanoseconds since 1970 as two words of 32 bits: a number holds 53 exactly, so seconds are multiplied in halves.
local function words(seconds, nanoseconds)
    local upper = math.floor(seconds / 65536) * 1e9
    local low = upper % 65536 * 65536 + seconds % 65536 * 1e9 + nanoseconds
    return math.floor(upper / 65536) + math.floor(low / 4294967296), low % 4294967296
end

local Recording = {}
Recording.__index = Recording

-- Records frames in a file; nil and a reason where it cannot be written.
function Recording.at(path)
    local file, reason = io.open(path, "wb")
    if not file then
        return nil, reason
    end
    file:write(SECTION)
    return setmetatable({ file = file, ids = {}, interfaces = 0, numbers = {}, left_out = 0 }, Recording)
end

function Recording:interface(link_type)
    local id, name = interface_id(), interface_name()
    local key = (id and id.value or 0) .. " " .. link_type
    if not self.ids[key] then
        self.ids[key] = self.interfaces
        self.interfaces = self.interfaces + 1
        local is_named = name and name.value ~= "unknown"
        local options = (is_named and option(2, name.value) or "") .. NANOSECONDS .. END_OF_OPTIONS
        self.file:write(block(1, Struct.pack("<I2I2I4", link_type, 0, 0) .. options))
    end
    return self.ids[key]
end

function Recording:add(pinfo, tvb)
    local link_type = LINK_TYPES[encapsulation().value]
    if not link_type then
        self.left_out = self.left_out + 1
        return
    end
    local interface = self:interface(link_type)
    local octets = tvb:captured_len() > 0 and tvb:raw() or ""
    local time = epoch().value
    local high, low = words(time.secs, time.nsecs)
    self.file:write(block(6, Struct.pack("<I4I4I4I4I4", interface, high, low, #octets, pinfo.len) .. padded(octets)))
    self.numbers[#self.numbers + 1] = pinfo.number
end

------------------------------------------------------------------------------------------------------------------------
-- JSON (RFC 8259), as Espial writes it

local json = {}

local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

local function utf8_of(code)
    if code < 0x80 then
        return string.char(code)
    elseif code < 0x800 then
        return string.char(0xc0 + math.floor(code / 64), 0x80 + code % 64)
    end
    return string.char(0xe0 + math.floor(code / 4096), 0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
end

local function blanks(text, at)
    return text:find("[^ \t\r\n]", at) or error("the report ends early")
end

function json.text(text, at)
    local parts = {}
    while true do
        local stop = text:find('["\\]', at) or error("the report ends within a text")
        parts[#parts + 1] = text:sub(at, stop - 1)
        if text:sub(stop, stop) == '"' then
            return table.concat(parts), stop + 1
        end
        local escape = text:sub(stop + 1, stop + 1)
        if escape == "u" then
            parts[#parts + 1] = utf8_of(tonumber(text:sub(stop + 2, stop + 5), 16))
            at = stop + 6
        else
            parts[#parts + 1] = ESCAPES[escape] or escape
            at = stop + 2
        end
    end
end

function json.members(text, at, close, read)
    local all = {}
    at = blanks(text, at)
    while text:sub(at, at) ~= close do
        at = read(all, at)
        at = blanks(text, at)
        if text:sub(at, at) == "," then
            at = blanks(text, at + 1)
        end
    end
    return all, at + 1
end

function json.value(text, at)
    at = blanks(text, at)
    local first = text:sub(at, at)
    if first == '"' then
        return json.text(text, at + 1)
    elseif first == "{" then
        return json.members(text, at + 1, "}", function(all, from)
            local name, behind = json.text(text, from + 1)
            local value
            value, behind = json.value(text, blanks(text, behind) + 1)
            all[name] = value
            return behind
        end)
    elseif first == "[" then
        return json.members(text, at + 1, "]", function(all, from)
            local value, behind = json.value(text, from)
            all[#all + 1] = value
            return behind
        end)
    end
    local word = text:match("^[%w+.-]+", at) or error("the report is no JSON")
    if word == "true" or word == "false" then
        return word == "true", at + #word
    end
    return tonumber(word), at + #word
end

------------------------------------------------------------------------------------------------------------------------
-- Espial itself

local function quoted(word)
    if on_windows then
        return '"' .. word:gsub('"', "") .. '"'
    end
    return "'" .. word:gsub("'", "'\\''") .. "'"
end

local function output(command)
    -- cmd.exe takes the first and the last quotation mark of a line for its own.
    local pipe = assert(io.popen(on_windows and '"' .. command .. '"' or command, "r"))
    local all = pipe:read("*a")
    pipe:close()
    return all
end

-- What espial reports of a capture; nil and what it said where there is no report.
local function report_on(path)
    local command = quoted(espial.prefs.program) .. " analyze " .. quoted(path) .. " " .. espial.prefs.options .. " -f json"
    local text = output(command)
    if text:sub(1, 1) ~= "{" then
        return nil, output(command .. " 2>&1 >" .. (on_windows and "NUL" or "/dev/null"))
    end
    return (json.value(text, 1))
end

-- Frames of a finding, as Wireshark numbers them: the first capture is the one that was recorded.
local function frames_of(finding, numbers)
    local frames, seen = {}, {}
    for _, evidence in ipairs(finding.evidence or {}) do
        for _, frame in ipairs((evidence.capture or 0) == 0 and evidence.frames or {}) do
            local number = numbers[frame]
            if number and not seen[number] and #frames < MOST_FRAMES then
                seen[number] = true
                frames[#frames + 1] = number
            end
        end
    end
    table.sort(frames)
    return frames
end

local function filter_of(frames)
    local conditions = {}
    for _, number in ipairs(frames) do
        conditions[#conditions + 1] = "frame.number == " .. number
    end
    return table.concat(conditions, " || ")
end

local function told(report, left_out)
    local lines = { report.verdict .. ": " .. (report.conclusion or ""), "" }
    for index, finding in ipairs(report.findings) do
        lines[#lines + 1] = index .. ". " .. finding.severity .. ": " .. finding.title
        lines[#lines + 1] = "   " .. (finding.text or "")
        for _, evidence in ipairs(finding.evidence or {}) do
            lines[#lines + 1] = "   - " .. evidence.text
        end
        for _, fix in ipairs(finding.fixes or {}) do
            lines[#lines + 1] = "   > " .. (fix.command or fix.text or "")
        end
        lines[#lines + 1] = ""
    end
    if left_out > 0 then
        lines[#lines + 1] = left_out .. " frames are of a link layer that this menu cannot hand over: analyse the file itself."
    end
    return table.concat(lines, "\n")
end

local function show(report, recording)
    local window = TextWindow.new("Espial")
    window:set(told(report, recording.left_out))
    local shown = 0
    local function go(step)
        if #report.findings == 0 then
            return
        end
        shown = (shown - 1 + step) % #report.findings + 1
        local filter = filter_of(frames_of(report.findings[shown], recording.numbers))
        if filter ~= "" then
            set_filter(filter)
            apply_filter()
        end
    end
    window:add_button("Frames of the next finding", function()
        go(1)
    end)
    window:add_button("All frames", function()
        set_filter("")
        apply_filter()
    end)
end

local function temporary()
    if on_windows then
        return os.getenv("TEMP") .. os.tmpname()
    end
    return os.tmpname()
end

local function analyse()
    local path = temporary()
    local recording, reason = Recording.at(path)
    if not recording then
        report_failure("Espial: cannot write " .. path .. ": " .. reason)
        return
    end
    local tap = Listener.new("frame")
    function tap.packet(pinfo, tvb)
        recording:add(pinfo, tvb)
    end
    retap_packets()
    tap:remove()
    recording.file:close()
    local report, failure = report_on(path)
    os.remove(path)
    if report then
        show(report, recording)
    else
        report_failure("Espial gave no report. " .. failure
            .. "\nWhere the program is, is set under Edit > Preferences > Protocols > ESPIAL.")
    end
end

register_menu("Espial/Which next hop does IPsec take?", analyse, MENU_TOOLS_UNSORTED)
