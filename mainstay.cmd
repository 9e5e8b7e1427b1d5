@echo off
rem Runs Mainstay from a jar, as ./mainstay does on Linux and macOS. Builds the jar where there is none;
rem after a change of a source, delete target\mainstay.jar.
setlocal
set "HOME_OF_MAINSTAY=%~dp0"
set "JAR=%HOME_OF_MAINSTAY%target\mainstay.jar"
if not exist "%JAR%" (
  echo Building target\mainstay.jar ... 1>&2
  pushd "%HOME_OF_MAINSTAY%"
  call mvn --quiet --batch-mode --no-transfer-progress package -DskipTests -Dspotless.check.skip 1>&2 || (popd & exit /b 1)
  popd
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%JAR%" %*
