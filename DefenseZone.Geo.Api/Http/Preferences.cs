namespace DefenseZone.Geo.Api.Http;

/// <summary>What a client would like, by the <c>Prefer</c> header (RFC 7240). What is not known here is passed over, as that asks.</summary>
internal static class Preferences
{
    /// <summary>The preference not to wait for the answer.</summary>
    public const string RespondAsync = "respond-async";

    /// <summary>Names the header that says which preferences were honoured.</summary>
    public const string Applied = "Preference-Applied";

    /// <summary>True where the client would rather not wait.</summary>
    public static bool IsAsync(HttpRequest request) => request.Headers["Prefer"]
        .SelectMany(header => (header ?? string.Empty).Split(','))
        .Any(preference => preference.Split(';')[0].Trim().Equals(RespondAsync, StringComparison.OrdinalIgnoreCase));
}
