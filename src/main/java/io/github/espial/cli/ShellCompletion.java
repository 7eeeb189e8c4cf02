package io.github.espial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/** What shells load to complete commands, options and their values: made of the commands themselves. */
enum ShellCompletion {
    BASH("share/bash-completion/completions/espial") {
        @Override
        String script(List<Command> commands) {
            StringBuilder options = new StringBuilder();
            StringBuilder values = new StringBuilder();
            StringBuilder first = new StringBuilder();
            for (Command command : commands) {
                List<String> names = new ArrayList<>();
                for (Option option : command.options().getOptions()) {
                    names.addAll(typed(option));
                    values.append(bashValue(command, option));
                }
                options.append("        ")
                        .append(command.name())
                        .append(") words='")
                        .append(String.join(" ", names))
                        .append("' ;;\n");
                if (!command.firstWords().isEmpty()) {
                    first.append("        ")
                            .append(command.name())
                            .append(") words='")
                            .append(String.join(" ", command.firstWords()))
                            .append("' ;;\n");
                }
            }
            return """
                    # Completes espial's commands, options and their values. Made of the program; load it with "source".
                    _espial() {
                        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words=
                        local command=${COMP_WORDS[1]}
                        if [ "$COMP_CWORD" -eq 1 ]; then
                            COMPREPLY=($(compgen -W '%s help --help --version' -- "$word") $(compgen -f -- "$word"))
                            return
                        fi
                        case $command:$before in
                    %s    esac
                        if [ -n "$words" ]; then
                            COMPREPLY=($(compgen -W "$words" -- "$word"))
                            return
                        fi
                        case $word in
                        -*)
                            case $command in
                    %s        esac
                            COMPREPLY=($(compgen -W "$words" -- "$word"))
                            return
                            ;;
                        esac
                        if [ "$COMP_CWORD" -eq 2 ]; then
                            case $command in
                    %s        esac
                        fi
                        COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
                    }
                    complete -o filenames -F _espial espial
                    """.formatted(names(commands), values, options, first);
        }
    },
    ZSH("share/zsh/site-functions/_espial") {
        @Override
        String script(List<Command> commands) {
            StringBuilder names = new StringBuilder();
            StringBuilder cases = new StringBuilder();
            for (Command command : commands) {
                names.append("        '")
                        .append(command.name())
                        .append(":")
                        .append(quoted(command.summary()))
                        .append("'\n");
                cases.append("    ").append(command.name()).append(")\n        _arguments -s");
                for (Option option : command.options().getOptions()) {
                    cases.append(" \\\n            ").append(zshOption(option));
                }
                if (!command.firstWords().isEmpty()) {
                    cases.append(" \\\n            '1:word:(")
                            .append(String.join(" ", command.firstWords()))
                            .append(")'");
                }
                cases.append(" \\\n            '*:input:_files'\n        ;;\n");
            }
            return """
                    #compdef espial
                    # Completes espial's commands, options and their values. Made of the program.
                    if (( CURRENT == 2 )); then
                        local -a commands=(
                    %s    )
                        _describe command commands
                        _files
                        return
                    fi
                    local command=$words[2]
                    shift words
                    (( CURRENT-- ))
                    case $command in
                    %s    *) _files ;;
                    esac
                    """.formatted(names, cases);
        }
    },
    FISH("share/fish/vendor_completions.d/espial.fish") {
        @Override
        String script(List<Command> commands) {
            StringBuilder lines = new StringBuilder(
                    "# Completes espial's commands, options and their values. Made of the program.\n");
            for (Command command : commands) {
                lines.append("complete -c espial -n __fish_use_subcommand -a ")
                        .append(command.name())
                        .append(" -d '")
                        .append(quoted(command.summary()))
                        .append("'\n");
                String ofCommand = "complete -c espial -n '__fish_seen_subcommand_from " + command.name() + "'";
                for (Option option : command.options().getOptions()) {
                    lines.append(ofCommand).append(fishOption(option)).append('\n');
                }
                if (!command.firstWords().isEmpty()) {
                    lines.append(ofCommand)
                            .append(" -a '")
                            .append(String.join(" ", command.firstWords()))
                            .append("'\n");
                }
            }
            return lines.toString();
        }
    },
    POWERSHELL("share/powershell/espial.ps1") {
        @Override
        String script(List<Command> commands) {
            StringBuilder options = new StringBuilder();
            StringBuilder values = new StringBuilder();
            for (Command command : commands) {
                List<String> names = new ArrayList<>(command.firstWords());
                for (Option option : command.options().getOptions()) {
                    names.addAll(typed(option));
                    for (String name : typed(option)) {
                        List<String> words = ShellWord.of(option).words();
                        if (!words.isEmpty()) {
                            values.append("        '")
                                    .append(command.name())
                                    .append(' ')
                                    .append(name)
                                    .append("' = ")
                                    .append(list(words))
                                    .append('\n');
                        }
                    }
                }
                options.append("        '")
                        .append(command.name())
                        .append("' = ")
                        .append(list(names))
                        .append('\n');
            }
            return """
                    # Completes espial's commands, options and their values. Made of the program; load it from $PROFILE.
                    Register-ArgumentCompleter -Native -CommandName espial, espial.bat -ScriptBlock {
                        param($word, $line, $at)
                        $options = @{
                    %s    }
                        $values = @{
                    %s    }
                        $typed = @($line.CommandElements | ForEach-Object { $_.ToString() })
                        if ($word -ne '') { $typed = $typed[0..($typed.Count - 2)] }
                        if ($typed.Count -le 1) { $words = @($options.Keys) + 'help', '--help', '--version' }
                        elseif ($values.ContainsKey($typed[1] + ' ' + $typed[-1])) { $words = $values[$typed[1] + ' ' + $typed[-1]] }
                        else { $words = $options[$typed[1]] }
                        $words | Sort-Object | Where-Object { $_ -like "$word*" }
                    }
                    """.formatted(options, values);
        }
    };

    private final String file;

    ShellCompletion(String file) {
        this.file = file;
    }

    /** Where the script lies below the folder of an installation. */
    String file() {
        return file;
    }

    /** The script, for {@code commands}. */
    abstract String script(List<Command> commands);

    /** The words that an option can be typed as. */
    static List<String> typed(Option option) {
        return option.getOpt() == null
                ? List.of("--" + option.getLongOpt())
                : List.of("-" + option.getOpt(), "--" + option.getLongOpt());
    }

    private static String names(List<Command> commands) {
        return commands.stream().map(Command::name).collect(Collectors.joining(" "));
    }

    private static String bashValue(Command command, Option option) {
        ShellWord word = ShellWord.of(option);
        String pattern =
                typed(option).stream().map(name -> command.name() + ":" + name).collect(Collectors.joining(" | "));
        return switch (word.kind()) {
            case NONE -> "";
            case WORDS -> "    " + pattern + ") words='" + String.join(" ", word.words()) + "' ;;\n";
            case FILE -> "    " + pattern + ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
            case FOLDER -> "    " + pattern + ") COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n";
            case OTHER -> "    " + pattern + ") COMPREPLY=(); return ;;\n";
        };
    }

    private static String zshOption(Option option) {
        List<String> typed = typed(option);
        ShellWord word = ShellWord.of(option);
        String value = switch (word.kind()) {
            case NONE -> "";
            case WORDS -> ":" + option.getLongOpt() + ":(" + String.join(" ", word.words()) + ")";
            case FILE -> ":file:_files";
            case FOLDER -> ":folder:_files -/";
            case OTHER -> ":" + option.getArgName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ":";
        };
        String text = "[" + quoted(option.getDescription()).replaceAll("[\\[\\]:]", " ") + "]" + value + "'";
        String names = typed.size() == 1 ? "'" + typed.get(0) : "{" + String.join(",", typed) + "}'";
        return names + text;
    }

    private static String fishOption(Option option) {
        ShellWord word = ShellWord.of(option);
        String letter = option.getOpt() == null ? "" : " -s " + option.getOpt();
        String value = switch (word.kind()) {
            case NONE -> "";
            case WORDS -> " -x -a '" + String.join(" ", word.words()) + "'";
            case FILE -> " -r -F";
            case FOLDER -> " -x -a '(__fish_complete_directories)'";
            case OTHER -> " -x";
        };
        return letter + " -l " + option.getLongOpt() + value + " -d '" + quoted(option.getDescription()) + "'";
    }

    /** A text between single quotes: none of ours has a quote that must stay one. */
    private static String quoted(String text) {
        return text.replace('\'', '’').replace('\n', ' ');
    }

    private static String list(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ", "@(", ")"));
    }
}
