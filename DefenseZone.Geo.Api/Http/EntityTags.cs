using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Http;

/// <summary>
/// Strong entity tags: a digest of what an answer is made from (plan, version, address, parameters, form, and the
/// build of this service), followed by the content coding, since the coded bytes are others.
/// </summary>
internal static class EntityTags
{
    private static readonly string ThisBuild = typeof(EntityTags).Module.ModuleVersionId.ToString("N");

    /// <summary>The tag of the answer that is about to be given.</summary>
    public static EntityTagHeaderValue Of(HttpContext http, params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(ThisBuild));
        foreach (string part in parts)
        {
            hash.AppendData([0]);
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }

        string digest = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
        return new EntityTagHeaderValue($"\"{digest}{Coding(http)}\"");
    }

    /// <summary>True where the client has that version already, and shall be told so instead of getting it again.</summary>
    /// <exception cref="RequestProblem">The client insists on another version (412).</exception>
    public static bool IsKnownToClient(HttpRequest request, EntityTagHeaderValue tag)
    {
        RequestHeaders headers = request.GetTypedHeaders();
        if (headers.IfMatch.Count > 0 && !headers.IfMatch.Any(theirs => Matches(theirs, tag, useStrongComparison: true)))
            throw RequestProblem.PreconditionFailed();
        return headers.IfNoneMatch.Any(theirs => Matches(theirs, tag, useStrongComparison: false));
    }

    private static bool Matches(EntityTagHeaderValue theirs, EntityTagHeaderValue tag, bool useStrongComparison) =>
        theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(tag, useStrongComparison);

    private static string Coding(HttpContext http)
    {
        // Every answer here is of a type that is compressed, so the middleware will do what it is asked now.
        var compression = http.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        return compression.CheckRequestAcceptsCompression(http) && compression.GetCompressionProvider(http) is { } provider
            ? "-" + provider.EncodingName
            : string.Empty;
    }
}
