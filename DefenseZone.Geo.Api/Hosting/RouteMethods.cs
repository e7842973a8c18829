using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing.Template;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>Marks a route that only says which method would have been right.</summary>
internal sealed class RefusedRoute
{
    public static RefusedRoute Mark { get; } = new();
}

/// <summary>
/// Which methods an address has: told by OPTIONS, by what a page of another origin asks first, and by the header
/// <c>Allow</c> of a refusal, all from the routes themselves.
/// </summary>
internal sealed class RouteMethods(EndpointDataSource routes)
{
    private static readonly ImmutableArray<string> Order = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    private readonly Lazy<ImmutableArray<Known>> _known = new(() =>
    [
        .. from endpoint in routes.Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<RefusedRoute>() is null

               // The framework's pages take every address, to say that there is nothing.
               && !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
           select new Known(
               new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []),
               endpoint.RoutePattern.InboundPrecedence,
               endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } limited ? [.. limited.HttpMethods] : [.. Order.Take(3)]),
    ]);

    /// <summary>The methods of an address, OPTIONS last; none where there is nothing.</summary>
    public ImmutableArray<string> At(PathString path)
    {
        Known[] matching = [.. _known.Value.Where(route => route.Matcher.TryMatch(path, []))];
        if (matching.Length == 0)
            return [];
        decimal nearest = matching.Min(route => route.Precedence);
        var methods = matching.Where(route => route.Precedence == nearest).SelectMany(route => route.Methods).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Order.Where(methods.Contains), HttpMethods.Options];
    }

    /// <summary>Answers OPTIONS, and puts the true methods into what CORS and refusals say.</summary>
    public static async Task Tell(HttpContext http, RequestDelegate next)
    {
        var methods = http.RequestServices.GetRequiredService<RouteMethods>();
        await next(http);
        HttpResponse response = http.Response;
        bool isPreflight = HttpMethods.IsOptions(http.Request.Method) && response.Headers.AccessControlAllowMethods.Count > 0;
        if (response.HasStarted || !(isPreflight || response.StatusCode == StatusCodes.Status405MethodNotAllowed))
            return;
        string allowed = string.Join(", ", methods.At(http.Request.Path));
        if (isPreflight)
            response.Headers.AccessControlAllowMethods = allowed;
        else if (allowed.Length == 0)
            response.StatusCode = StatusCodes.Status404NotFound;
        response.Headers.Allow = allowed;
    }

    /// <summary>Answers OPTIONS with what there is.</summary>
    public static Task AnswerOptions(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsOptions(http.Request.Method))
            return next(http);
        ImmutableArray<string> methods = http.RequestServices.GetRequiredService<RouteMethods>().At(http.Request.Path);
        if (methods.IsEmpty)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.Headers.Allow = string.Join(", ", methods);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private sealed record Known(TemplateMatcher Matcher, decimal Precedence, ImmutableArray<string> Methods);
}
