using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Viewer;

try
{
    // Settings lie beside the program, wherever it is started from.
    WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    });
    builder.AddApi();
    builder.AddDefenseZoneViewer();
    WebApplication app = builder.Build();
    app.UseApi();
    app.MapDefenseZoneViewer();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Explains(e))
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
