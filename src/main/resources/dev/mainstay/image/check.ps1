# Checks that a server from the image is in the state that boot.ps1 expects.
$ErrorActionPreference = 'Stop'
try {
    if (-not (Get-WindowsFeature -Name Web-Server).Installed) { throw 'IIS is missing' }
    if (-not (Test-Path "$env:windir\System32\inetsrv\rewrite.dll")) { throw 'URL Rewrite is missing' }
    Import-Module WebAdministration
    Start-Service W3SVC
    $state = (Get-WebsiteState -Name 'Default Web Site').Value
    if ($state -ne 'Stopped') { throw "the web site is ${state}: it would answer before the server is ready" }
    Write-Host 'The web server is as it should be.'
} catch {
    Write-Host "The image is not sound: $_"
    exit 1
}
