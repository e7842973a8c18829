using System.Text.RegularExpressions;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>
/// Checks what a proxy says of the address that the world knows: it goes into links and redirections, where a scheme
/// such as <c>javascript</c>, or a prefix such as <c>//example.org</c>, would lead people elsewhere.
/// </summary>
internal static partial class ForwardedCheck
{
    /// <summary>What is wrong with the headers.</summary>
    public static FaultList FaultsOf(IHeaderDictionary headers)
    {
        FaultList faults = [];
        Check("X-Forwarded-Proto", Scheme(), "It must be http or https.");
        Check("X-Forwarded-Host", Host(), "It must be a host name or address, with or without a port.");
        Check("X-Forwarded-Prefix", Prefix(), "It must be a path such as /geo.");
        return faults;

        void Check(string name, Regex allowed, string remedy)
        {
            foreach (string value in headers[name].SelectMany(values => (values ?? string.Empty).Split(',')).Select(value => value.Trim()))
            {
                if (!allowed.IsMatch(value))
                    faults.Add(new Fault(name, $"The header {name} has '{FaultList.Shorten(value, 100)}'.", remedy));
            }
        }
    }

    [GeneratedRegex("^(https?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    [GeneratedRegex("^(/[A-Za-z0-9._~-]+)*/?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
