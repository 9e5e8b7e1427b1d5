# Sets up a new Windows server of the web fleet. Runs once, as user data, and can run again.
# The web site starts last, so a server whose set-up failed is never healthy.
# The script holds names, not secrets. Its log is boot.log in the folder below.
$ErrorActionPreference = 'Stop'
# The progress bar makes Invoke-WebRequest many times slower.
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$keyPair = '{{keyPair}}'
$applicationBucket = '{{applicationBucket}}'
$applicationKey = '{{applicationKey}}'
$answersHealthChecks = '{{answersHealthChecks}}'
$healthPath = '{{healthPath}}'
$targetProtocol = '{{targetProtocol}}'

# Only administrators may write here, since the scheduled task runs a script in this folder.
$folder = "$env:ProgramFiles\Mainstay"
New-Item -ItemType Directory -Force $folder | Out-Null
Start-Transcript -Path "$folder\boot.log" -Append | Out-Null

{{webServerScript}}

# With a key pair, EC2Launch sets a random password that the owner of the key pair can decrypt. Without
# one, nobody knows the password, and access is by Session Manager.
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

# IIS returns 404 for a file without an extension and 301 for a folder. A rule therefore rewrites the exact
# path of the health check to a text file. It does not apply to / or if the application answers that path.
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

# The load balancer encrypts traffic to its targets and does not verify their certificates. Each server
# therefore creates its own certificate, and no image contains a private key.
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
