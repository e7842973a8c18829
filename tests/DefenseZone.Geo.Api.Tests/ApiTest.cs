using Microsoft.Extensions.DependencyInjection;

namespace DefenseZone.Geo.Api.Tests;

/// <summary>Tests against one running service with the diagonal plan.</summary>
public abstract class ApiTest
{
    private TestPlans _plans = null!;

    private protected LiveService Service { get; private set; } = null!;

    private protected TestPlans Plans => _plans;

    private protected const string Plan = "plans/diagonal";

    [TestInitialize]
    public async Task StartService()
    {
        _plans = new TestPlans().WithDiagonal();
        Prepare(_plans);
        Service = await LiveService.Start(_plans.Folder, Configure, Settings);
    }

    [TestCleanup]
    public async Task StopService()
    {
        await Service.DisposeAsync();
        _plans.Dispose();
    }

    private protected virtual string[] Settings => [];

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    private protected virtual void Prepare(TestPlans plans)
    {
    }
}
