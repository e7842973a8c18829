using System.Buffers.Text;
using System.Security.Cryptography;

namespace DefenseZone.Geo.Api.Jobs;

/// <summary>
/// Who asked for jobs. There are no accounts: whoever asks is given a secret in a cookie, and the list has the jobs of
/// that secret alone. The name of a job is as hard to guess; who knows it may look at the job and dismiss it.
/// </summary>
internal static class JobOwner
{
    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "dzgeo-jobs";

    private const int SecretBytes = 24;

    /// <summary>The secret that a request comes with; empty for none.</summary>
    public static string Of(HttpRequest request)
    {
        string secret = request.Cookies[CookieName] ?? string.Empty;
        return secret.Length == Base64Url.GetEncodedLength(SecretBytes) && Base64Url.IsValid(secret) ? secret : string.Empty;
    }

    /// <summary>The same, where there is none a new one, which the answer hands out.</summary>
    public static string OfNew(HttpContext http)
    {
        if (Of(http.Request) is { Length: > 0 } known)
            return known;
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        http.Response.Cookies.Append(CookieName, secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = http.Request.PathBase.Add("/plans").Value,
        });
        return secret;
    }
}
