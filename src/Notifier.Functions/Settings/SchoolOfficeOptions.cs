using Microsoft.Extensions.Configuration;
using Notifier.Web;

namespace Notifier.Functions.Settings;

/// <summary>Section <c>Notifier:SchoolOffice</c>: who may post schedule changes.</summary>
public static class SchoolOfficeOptions
{
    private const string KeyName = "Notifier:SchoolOffice:ApiKey";
    private const string OtherKeyName = "Notifier:SchoolOffice:OtherApiKey";

    /// <returns>Null: nobody may, and the address is closed.</returns>
    /// <exception cref="SettingException">A key is too short to keep strangers out, or could not be read.</exception>
    public static SchoolOfficeKey? From(IConfiguration configuration)
    {
        string[] names = [KeyName, OtherKeyName];
        var keys = new List<string>();
        foreach (var name in names)
        {
            if (Setting.Find(configuration, name) is not { } key)
            {
                continue;
            }

            keys.Add(key.Length >= SchoolOfficeKey.Shortest ? key : throw new SettingException(
                $"setting {name} is too short: invent at least {SchoolOfficeKey.Shortest} characters, for example with 'openssl rand -base64 32'."));
        }

        return keys.Count == 0 ? null : new SchoolOfficeKey(keys);
    }
}
