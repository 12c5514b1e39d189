using System.Security.Cryptography;
using System.Text;

namespace Notifier.Application.PlanDates;

/// <summary>A short text that is equal exactly when the content is.</summary>
internal static class ContentVersion
{
    public static string Of(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
}
