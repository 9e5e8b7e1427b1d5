# Installs on the build server what boot.ps1 would install first, so that servers boot sooner.
# boot.ps1 also runs on servers from the image and skips these steps.
# Image Builder runs this script and then Sysprep. The image holds no name and no secret of a stack.
$ErrorActionPreference = 'Stop'
# The progress bar makes Invoke-WebRequest many times slower.
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

{{webServerScript}}

try {
    Initialize-WebServer
    Write-Host 'The web server is installed.'
} catch {
    Write-Host "The web server is not installed: $_ $($_.ScriptStackTrace)"
    exit 1
}
