using DefenseZone.Geo.Api.Hosting;

// Settings lie beside the program, wherever it is started from.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddApi();
WebApplication app = builder.Build();
app.UseApi();
await app.RunAsync();
