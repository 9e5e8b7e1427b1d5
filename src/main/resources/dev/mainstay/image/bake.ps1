# Prepares the server that becomes the image: with what boot.ps1 would install first, so that little is
# left to do at a boot. boot.ps1 runs on servers from the image all the same and finds this done.
# Image Builder runs this, and then Sysprep; no name and no secret of a stack gets into the image.
$ErrorActionPreference = 'Stop'
# Invoke-WebRequest is many times slower with its progress bar.
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
