@echo off
rem Starts Espial with the Java that was installed with it, else that of JAVA_HOME, else the one on the PATH.
rem JAVA_OPTS and ESPIAL_OPTS are handed to the JVM, ESPIAL_OPTS last.
setlocal DisableDelayedExpansion

for %%I in ("%~dp0..") do set "LIB=%%~fI\lib"

set "JAVA=%LIB%\..\runtime\bin\java.exe"
if exist "%JAVA%" goto version
if defined JAVA_HOME goto java_home
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto version
>&2 echo espial: no Java found: install Java 17 or later, or set JAVA_HOME
exit /b 3

:java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto version
>&2 echo espial: there is no Java in JAVA_HOME: point it at Java 17 or later, or remove it
exit /b 3

:version
rem The file "release" of a Java installation tells its version without starting it.
set "VERSION="
for %%I in ("%JAVA%") do set "BIN=%%~dpI"
set "RELEASE=%BIN%..\release"
if exist "%RELEASE%" for /f "usebackq tokens=1,2 delims==" %%K in ("%RELEASE%") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if defined VERSION goto check
pushd "%BIN%"
for /f "tokens=3" %%V in ('.\java.exe -version 2^>^&1') do if not defined VERSION set "VERSION=%%~V"
popd
if not defined VERSION goto start

:check
for /f "tokens=1 delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% geq 17 goto start
>&2 echo espial: Java 17 or later is needed, but "%JAVA%" is %VERSION%
exit /b 3

:start
rem An archive of loaded classes helps only the version that made it; -Xlog:disable keeps the JVM silent if it is unusable.
set "SHARE="
if exist "%LIB%\espial-%VERSION%.jsa" set SHARE=-Xlog:disable "-XX:SharedArchiveFile=%LIB%\espial-%VERSION%.jsa"
if exist "%LIB%\espial-%VERSION%.aot" set SHARE=-Xlog:disable "-XX:AOTCache=%LIB%\espial-%VERSION%.aot"

rem The slower of the JVM's two compilers waits until code was used ten times as often as usual: else it would compile much
rem that is soon not used any more. And it takes less into what it compiles than usual, which takes half its time.
set COMPILERS=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
set COMPILERS=%COMPILERS% -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
set COMPILERS=%COMPILERS% -XX:InlineSmallCode=500 -XX:FreqInlineSize=80

rem The jars of an assistant's protocol, and Spark's, stand on the class path of those runs only, so that no other start
rem looks at them.
set PROGRAM=-jar "%LIB%\espial.jar"
if "%~1"=="mcp" set PROGRAM=-cp "%LIB%\espial.jar;%LIB%\mcp\*" io.github.espial.cli.Main
if not "%~1"=="batch" goto run
if not exist "%LIB%\spark\java-options" goto run
call :names_engine %*
if not errorlevel 1 set PROGRAM="@%LIB%\spark\java-options" -cp "%LIB%\espial.jar;%LIB%\spark\*" io.github.espial.cli.Main

:run

rem Without -UsePerfData the JVM would leave a file of counters in the temporary folder while it runs.
rem sun.std*: the names before JDK 19.
"%JAVA%" -XX:+UseSerialGC -XX:InitialRAMPercentage=0.3 -XX:-UsePerfData -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 %COMPILERS% %SHARE% %JAVA_OPTS% %ESPIAL_OPTS% %PROGRAM% %*
exit /b %ERRORLEVEL%

rem Whether one of the words is --engine; what follows it after "=" is a word of its own here.
:names_engine
if "%~1"=="" exit /b 1
if "%~1"=="--engine" exit /b 0
shift
goto names_engine
