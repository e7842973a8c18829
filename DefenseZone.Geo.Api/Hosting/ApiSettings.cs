using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>The settings of the service, from any configuration source; see docs/api.md.</summary>
internal sealed record ApiSettings
{
    /// <summary>The folder whose sub-folders are plans, as a full path.</summary>
    public required string PlansFolder { get; init; }

    /// <summary>The address that the world knows the service by, without a slash at the end; empty where requests say it.</summary>
    public string PublicUrl { get; init; } = string.Empty;

    /// <summary>The proxies whose X-Forwarded headers are believed.</summary>
    public ImmutableArray<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>The origins whose pages may read answers (CORS); none where it is empty, <c>*</c> for all.</summary>
    public ImmutableArray<string> AllowedOrigins { get; init; } = [];

    /// <summary>The names by which the service may be asked, besides those of this machine; <c>*</c> for all, <c>*.example.org</c> for all below one.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>The largest body that a request may have.</summary>
    public long MaximumBodyBytes { get; init; } = 1 << 20;

    /// <summary>How deep JSON in a request may be nested.</summary>
    public int MaximumJsonDepth { get; init; } = 32;

    /// <summary>How much work the service takes on.</summary>
    public ExecutionSettings Execution { get; init; } = new();

    /// <summary>Reads the settings, and refuses those that cannot be meant.</summary>
    /// <exception cref="SettingsException">A setting is out of bounds; all that are, are named.</exception>
    public static ApiSettings Of(IConfiguration configuration)
    {
        List<string> faults = [];
        string publicUrl = configuration["PublicUrl"]?.TrimEnd('/') ?? string.Empty;
        if (publicUrl.Length > 0 && !(Uri.TryCreate(publicUrl, UriKind.Absolute, out Uri? url)
            && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0))
            faults.Add($"PublicUrl '{publicUrl}' must be an absolute http or https address without query or fragment.");

        var proxies = ImmutableArray.CreateBuilder<IPAddress>();
        foreach (string text in List(configuration, "TrustedProxies"))
        {
            if (IPAddress.TryParse(text, out IPAddress? address))
                proxies.Add(address);
            else
                faults.Add($"TrustedProxies: '{text}' must be an IP address.");
        }

        ImmutableArray<string> origins = List(configuration, "AllowedOrigins");
        foreach (string origin in origins.Where(origin => origin != "*"
            && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.GetLeftPart(UriPartial.Authority) == origin)))
            faults.Add($"AllowedOrigins: '{origin}' must be an origin such as 'https://example.org', or '*'.");

        ImmutableArray<string> hosts = List(configuration, "AllowedHosts");
        foreach (string host in hosts.Where(host => host != "*" && Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown))
            faults.Add($"AllowedHosts: '{host}' must be a host name such as 'maps.example.org', '*.example.org' for all below it, or '*'.");

        long bytes = Number(configuration, "Limits:MaximumBodyBytes", 1 << 20, 1 << 10, 1L << 30, faults);
        long depth = Number(configuration, "Limits:MaximumJsonDepth", 32, 4, 256, faults);
        ExecutionSettings execution = ExecutionSettings.Of(configuration, faults);
        if (faults.Count > 0)
            throw new SettingsException("The settings cannot be used. " + string.Join(" ", faults));
        return new ApiSettings
        {
            PlansFolder = PlansLocation.Find(configuration["Plans:Folder"]),
            PublicUrl = publicUrl,
            TrustedProxies = proxies.DrainToImmutable(),
            AllowedOrigins = origins,
            AllowedHosts = hosts,
            MaximumBodyBytes = bytes,
            MaximumJsonDepth = (int)depth,
            Execution = execution,
        };
    }

    /// <summary>The public address of the service, without a slash at the end.</summary>
    public string PublicBase(HttpRequest request) => PublicUrl.Length > 0
        ? PublicUrl
        : $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";

    // A list is written as an array, or as one text with semicolons (as on a command line).
    private static ImmutableArray<string> List(IConfiguration configuration, string key) =>
    [
        .. configuration.GetSection(key).GetChildren().Select(child => child.Value ?? string.Empty)
            .Concat((configuration[key] ?? string.Empty).Split(';', StringSplitOptions.TrimEntries))
            .Where(text => text.Length > 0),
    ];

    /// <summary>A whole number of the configuration; where it is out of bounds, a fault is added and what holds otherwise is returned.</summary>
    public static long Number(IConfiguration configuration, string key, long otherwise, long least, long most, List<string> faults)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most)
            return number;
        faults.Add($"{key} '{text}' must be a whole number from {least} to {most}.");
        return otherwise;
    }
}
