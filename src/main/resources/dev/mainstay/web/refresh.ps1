# Updates machine.config, from which every ASP.NET and .NET Framework application reads the machine key
# and the connection strings. Each server encrypts the sections with its own key.
# ASP.NET restarts its applications when the file changes, so it is written only if a value changed.
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName 'System.Configuration', 'System.Web', 'System.Data'
Set-DefaultAWSRegion -Region '{{region}}'
$path = '{{parametersPath}}'
$machineKeyName = '{{machineKeyParameter}}'
$keyId = '{{kmsKeyArn}}'
$poolSize = '{{databaseConnections}}'
$authorities = "$env:ProgramFiles\Mainstay\rds-ca-bundle.pem"

function New-Hex([int] $bytes) {
    $buffer = New-Object byte[] $bytes
    [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($buffer)
    -join ($buffer | ForEach-Object { $_.ToString('X2') })
}

# The first server of the fleet creates the key. Overwriting is off, so all servers use the same key.
function Get-MachineKey {
    try {
        return (Get-SSMParameter -Name $machineKeyName -WithDecryption:$true).Value
    } catch {
        Write-Host "No machine key yet: $_"
    }
    try {
        Write-SSMParameter -Name $machineKeyName -Type SecureString -KeyId $keyId -Overwrite:$false `
            -Value "$(New-Hex 64),$(New-Hex 32)" | Out-Null
    } catch {
        Write-Host "Made by another server: $_"
    }
    (Get-SSMParameter -Name $machineKeyName -WithDecryption:$true).Value
}

function Read-Parameters([string] $group) {
    $values = @{}
    Get-SSMParametersByPath -Path "$path/$group" -Recursive:$true -WithDecryption:$true |
        ForEach-Object { $values[$_.Name.Substring($path.Length + 1)] = $_.Value }
    $values
}

function Read-Secret([string] $arn) {
    (Get-SECSecretValue -SecretId $arn).SecretString | ConvertFrom-Json
}

function First([string] $value, [string] $otherwise) {
    if ($value) { $value } else { $otherwise }
}

# For Npgsql, which verifies the certificate of the server against the certificate authorities of AWS.
function Get-DatabaseStrings {
    $values = Read-Parameters 'database'
    if (-not $values['database/host'] -or -not $values['database/secret-arn']) { return @{} }
    $secret = Read-Secret $values['database/secret-arn']
    $result = @{}
    $hosts = @{
        MainstayDatabase = $values['database/host']
        MainstayDatabaseReader = First $values['database/reader-hosts'] $values['database/host']
    }
    foreach ($name in $hosts.Keys) {
        $builder = New-Object System.Data.Common.DbConnectionStringBuilder
        $builder.Add('Host', $hosts[$name])
        $builder.Add('Port', (First $values['database/port'] '5432'))
        $builder.Add('Database', (First $values['database/name'] 'postgres'))
        $builder.Add('Username', $secret.username)
        $builder.Add('Password', $secret.password)
        $builder.Add('SSL Mode', 'VerifyFull')
        $builder.Add('Root Certificate', $authorities)
        $builder.Add('Maximum Pool Size', $poolSize)
        $result[$name] = $builder.ToString()
    }
    $result
}

# For StackExchange.Redis. With IAM authentication the application adds a token: it lives 15 minutes.
function Get-CacheStrings {
    $values = Read-Parameters 'cache'
    if (-not $values['cache/host']) { return @{} }
    $options = ',ssl=true,abortConnect=false'
    if ($values['cache/user']) { $options += ",user=$($values['cache/user'])" }
    if ($values['cache/secret-arn']) { $options += ",password=$((Read-Secret $values['cache/secret-arn']).password)" }
    $port = First $values['cache/port'] '6379'
    @{
        MainstayCache = "$($values['cache/host']):$port$options"
        MainstayCacheReader = "$(First $values['cache/reader-host'] $values['cache/host']):$port$options"
    }
}

# 64-bit and 32-bit applications read different files.
function Edit-MachineConfig([scriptblock] $edit) {
    foreach ($framework in 'Framework64', 'Framework') {
        $file = "$env:windir\Microsoft.NET\$framework\v4.0.30319\Config\machine.config"
        $map = New-Object System.Configuration.ConfigurationFileMap $file
        $config = [System.Configuration.ConfigurationManager]::OpenMappedMachineConfiguration($map)
        $section = & $edit $config
        if ($section) {
            $section.SectionInformation.ProtectSection('DataProtectionConfigurationProvider')
            $config.Save([System.Configuration.ConfigurationSaveMode]::Modified)
            Write-Host "Updated $file"
        }
    }
}

function Set-MachineKey([string] $validationKey, [string] $decryptionKey) {
    Edit-MachineConfig {
        param($config)
        $section = $config.GetSection('system.web/machineKey')
        if ($section.ValidationKey -cne $validationKey -or $section.DecryptionKey -cne $decryptionKey) {
            $section.ValidationKey = $validationKey
            $section.DecryptionKey = $decryptionKey
            $section.Validation = 'HMACSHA256'
            $section.Decryption = 'AES'
            $section
        }
    }
}

function Set-ConnectionStrings([hashtable] $wanted) {
    Edit-MachineConfig {
        param($config)
        $section = $config.GetSection('connectionStrings')
        $strings = $section.ConnectionStrings
        $changed = $false
        foreach ($name in $wanted.Keys) {
            $current = $strings | Where-Object Name -EQ $name
            if (-not $current) {
                $strings.Add((New-Object System.Configuration.ConnectionStringSettings $name, $wanted[$name]))
                $changed = $true
            } elseif ($current.ConnectionString -cne $wanted[$name]) {
                $current.ConnectionString = $wanted[$name]
                $changed = $true
            }
        }
        if ($changed) { $section }
    }
}

$validation, $decryption = (Get-MachineKey) -split ','
Set-MachineKey $validation $decryption
# The database and the cache may not exist yet when a server boots. The next run is five minutes later.
foreach ($read in 'Get-DatabaseStrings', 'Get-CacheStrings') {
    try {
        Set-ConnectionStrings (& $read)
    } catch {
        Write-Host "$read, to be tried again: $_"
    }
}
