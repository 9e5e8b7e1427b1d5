# Makes a fresh Windows server one of the web fleet. Runs once, as user data, and may be run again.
# The web site starts as the very last step: a server that failed half way is never healthy.
# It holds names, not secrets. Its log is boot.log in the folder below.
$ErrorActionPreference = 'Stop'
# Invoke-WebRequest is many times slower with its progress bar.
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$keyPair = '{{keyPair}}'
$applicationBucket = '{{applicationBucket}}'
$applicationKey = '{{applicationKey}}'
$answersHealthChecks = '{{answersHealthChecks}}'
$healthPath = '{{healthPath}}'
$targetProtocol = '{{targetProtocol}}'

# Only administrators may write here; the scheduled task runs what is in it.
$folder = "$env:ProgramFiles\Mainstay"
New-Item -ItemType Directory -Force $folder | Out-Null
Start-Transcript -Path "$folder\boot.log" -Append | Out-Null

{{webServerScript}}

# With a key pair, EC2Launch sets a random password that its owner can decrypt. Without one, nobody is
# to know the password, and the way in is Session Manager.
function Set-RandomPassword {
    $bytes = New-Object byte[] 32
    [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
    $password = ConvertTo-SecureString ('aA1!' + [Convert]::ToBase64String($bytes)) -AsPlainText -Force
    Get-LocalUser | Where-Object { $_.SID.Value -like 'S-1-5-21-*-500' } | Set-LocalUser -Password $password
}

function Install-Application {
    if (-not $applicationBucket) { return }
    $package = "$env:TEMP\application.zip"
    $content = "$env:SystemDrive\inetpub\application"
    Invoke-Patiently { Read-S3Object -BucketName $applicationBucket -Key $applicationKey -File $package | Out-Null }
    if (Test-Path $content) { Remove-Item $content -Recurse -Force }
    Expand-Archive -Path $package -DestinationPath $content -Force
    Set-ItemProperty "IIS:\Sites\$site" -Name physicalPath -Value $content
}

# Publishes the machine key and connection strings now and every five minutes; see the script itself.
function Register-Refresh {
    $script = "$folder\refresh.ps1"
    $authorities = "$folder\rds-ca-bundle.pem"
    Invoke-Patiently {
        Invoke-WebRequest -UseBasicParsing -OutFile $authorities `
            -Uri 'https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'
    }
    Set-Content -Path $script -Encoding UTF8 -Value @'
{{refreshScript}}
'@
    Invoke-Patiently { & $script }
    $command = "-NoProfile -NonInteractive -ExecutionPolicy Bypass -Command `"& '$script' *> '$folder\refresh.log'`""
    $action = New-ScheduledTaskAction -Execute powershell.exe -Argument $command
    $trigger = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 5)
    $account = New-ScheduledTaskPrincipal -UserId SYSTEM -LogonType ServiceAccount -RunLevel Highest
    $settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -StartWhenAvailable `
        -ExecutionTimeLimit (New-TimeSpan -Minutes 4)
    Register-ScheduledTask -TaskName 'Mainstay refresh' -Action $action -Trigger $trigger `
        -Principal $account -Settings $settings -Force | Out-Null
}

# IIS answers a file without extension with 404 and a folder with 301, so the health check's exact path
# is rewritten to a text file. An application that answers itself, and the path /, are left alone.
function Publish-Health {
    $url = ($healthPath -split '\?')[0].TrimStart('/')
    if ($answersHealthChecks -eq 'true' -or -not $url) { return }
    $content = "$env:SystemDrive\inetpub\mainstay-health"
    New-Item -ItemType Directory -Force $content | Out-Null
    Set-Content -Path "$content\ok.txt" -Value 'ok'
    New-WebVirtualDirectory -Site $site -Name mainstay-health -PhysicalPath $content -Force | Out-Null
    $server = 'MACHINE/WEBROOT/APPHOST'
    $rules = 'system.webServer/rewrite/globalRules'
    $rule = "$rules/rule[@name='Mainstay health']"
    if (Get-WebConfiguration -PSPath $server -Filter $rule) { Clear-WebConfiguration -PSPath $server -Filter $rule }
    Add-WebConfigurationProperty -PSPath $server -Filter $rules -Name . `
        -Value @{ name = 'Mainstay health'; stopProcessing = 'True' }
    Set-WebConfigurationProperty -PSPath $server -Filter "$rule/match" -Name url -Value "^$([regex]::Escape($url))`$"
    Set-WebConfigurationProperty -PSPath $server -Filter "$rule/action" -Name type -Value Rewrite
    Set-WebConfigurationProperty -PSPath $server -Filter "$rule/action" -Name url -Value '/mainstay-health/ok.txt'
}

# The load balancer encrypts to its targets and does not check their certificates, so each server makes
# its own, and no image ever carries a private key.
function Set-Binding {
    if ($targetProtocol -ne 'https') { return }
    $store = 'Cert:\LocalMachine\My'
    Get-ChildItem $store | Where-Object FriendlyName -EQ 'Mainstay' | Remove-Item
    $certificate = New-SelfSignedCertificate -DnsName $env:COMPUTERNAME -FriendlyName Mainstay `
        -CertStoreLocation $store -KeyAlgorithm RSA -KeyLength 2048 -NotAfter (Get-Date).AddYears(10)
    Get-WebBinding -Name $site | Remove-WebBinding
    Remove-Item 'IIS:\SslBindings\0.0.0.0!443' -ErrorAction SilentlyContinue
    New-WebBinding -Name $site -Protocol https -Port 443
    (Get-WebBinding -Name $site -Protocol https).AddSslCertificate($certificate.Thumbprint, 'My')
}

try {
    Set-DefaultAWSRegion -Region '{{region}}'
    if (-not $keyPair) { Set-RandomPassword }
    Initialize-WebServer
    Install-Application
    Register-Refresh
    Publish-Health
    Set-Binding
    Set-ItemProperty "IIS:\Sites\$site" -Name serverAutoStart -Value $true
    Start-Website -Name $site
    Write-Host 'This server is ready.'
} catch {
    Write-Host "This server is not ready: $_ $($_.ScriptStackTrace)"
    exit 1
} finally {
    Stop-Transcript | Out-Null
}
