# Functions that install the web server in an image, or on a server at boot. Each function can run again.
$site = 'Default Web Site'

function Invoke-Patiently([scriptblock] $step) {
    for ($attempt = 1; ; $attempt++) {
        try {
            return & $step
        } catch {
            if ($attempt -ge 10) { throw }
            Write-Host "Attempt ${attempt}: $_"
            Start-Sleep -Seconds 15
        }
    }
}

# Older images still allow TLS 1.0 and 1.1. The change takes effect at the next restart.
function Disable-OldTls {
    foreach ($version in 'TLS 1.0', 'TLS 1.1') {
        $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\Server"
        New-Item -Path $key -Force | Out-Null
        Set-ItemProperty -Path $key -Name Enabled -Value 0 -Type DWord
        Set-ItemProperty -Path $key -Name DisabledByDefault -Value 1 -Type DWord
    }
}

function Install-WebServer {
    $features = 'Web-Server', 'Web-Asp-Net45', 'Web-Net-Ext45', 'Web-WebSockets', 'Web-AppInit',
        'Web-Dyn-Compression', 'Web-Scripting-Tools', 'Web-Mgmt-Console'
    if (-not (Install-WindowsFeature -Name $features).Success) { throw 'IIS could not be installed' }
}

function Install-UrlRewrite {
    if (Test-Path "$env:windir\System32\inetsrv\rewrite.dll") { return }
    $installer = "$env:TEMP\rewrite.msi"
    $source = 'https://download.microsoft.com/download/1/2/8/128E2E22-C1B9-44A4-BE2A-5859ED1D4592/rewrite_amd64_en-US.msi'
    Invoke-Patiently { Invoke-WebRequest -UseBasicParsing -Uri $source -OutFile $installer }
    $signature = Get-AuthenticodeSignature $installer
    if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notlike '*O=Microsoft Corporation,*') {
        throw "URL Rewrite is not signed by Microsoft: $($signature.Status) $($signature.SignerCertificate.Subject)"
    }
    $setup = Start-Process msiexec.exe -ArgumentList "/i `"$installer`" /quiet /norestart" -Wait -PassThru
    # 3010: installed; msiexec requests a restart, which is not required here.
    if ($setup.ExitCode -notin 0, 3010) { throw "URL Rewrite: msiexec ended with $($setup.ExitCode)" }
    Remove-Item $installer
}

# The web site stays stopped until the server is ready, so early requests are refused. In an image with IIS the
# site does not start with Windows either, and IIS itself may not have started yet.
function Stop-Site {
    Start-Service W3SVC
    Set-ItemProperty "IIS:\Sites\$site" -Name serverAutoStart -Value $false
    if ((Get-WebsiteState -Name $site).Value -ne 'Stopped') { Stop-Website -Name $site }
    Set-ItemProperty IIS:\AppPools\DefaultAppPool -Name startMode -Value AlwaysRunning
    Set-ItemProperty IIS:\AppPools\DefaultAppPool -Name processModel.idleTimeout -Value '00:00:00'
}

function Initialize-WebServer {
    Disable-OldTls
    Install-WebServer
    Install-UrlRewrite
    # Imported only now, so that the module has the configuration schema of the new features.
    Import-Module WebAdministration
    Stop-Site
}
