using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Viewer;

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
