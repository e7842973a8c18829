namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class OutFileTests
{
    [TestMethod]
    public void Out_writes_what_the_output_would_have_had()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();

        Outcome outcome = Dzgeo.Run("gaps", plan, "--format", "csv", "--out", folder["gaps.csv"]);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().BeEmpty();
        File.ReadAllText(folder["gaps.csv"]).Should().Be(Dzgeo.Run("gaps", plan, "--format", "csv").Output);
        folder.Names.Should().BeEquivalentTo("plan", "gaps.csv");
    }

    [TestMethod]
    public void What_stood_there_stays_when_the_answer_fails()
    {
        using var folder = new TestFolder();
        string before = folder.Write("gaps.csv", "before");

        Dzgeo.Run("gaps", folder["no-plan"], "--out", before).ExitCode.Should().Be(1);

        File.ReadAllText(before).Should().Be("before");
        folder.Names.Should().Equal("gaps.csv");
    }

    [TestMethod]
    public void What_stood_there_is_replaced_with_its_permissions_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Permissions are of another kind there.");
            return;
        }

        using var folder = new TestFolder();
        string file = folder.Write("gaps.csv", "before");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Dzgeo.Run("gaps", folder.WriteEquatorPlan(), "--out", file).ExitCode.Should().Be(0);

        File.ReadAllText(file).Should().StartWith("Equator: gaps");
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [TestMethod]
    public void A_link_is_followed_and_stays_a_link()
    {
        using var folder = new TestFolder();
        string file = folder.Write("real.csv", "before");
        File.CreateSymbolicLink(folder["link.csv"], file);

        Dzgeo.Run("gaps", folder.WriteEquatorPlan(), "--format", "csv", "--out", folder["link.csv"]).ExitCode.Should().Be(0);

        File.ReadAllText(file).Should().StartWith("number,");
        new FileInfo(folder["link.csv"]).LinkTarget.Should().Be(file);
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_named()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("gaps", folder.WriteEquatorPlan(), "--out", folder["nowhere/gaps.csv"]);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("nowhere").And.Contain("does not exist");
    }

    [TestMethod]
    public void A_folder_is_not_a_file()
    {
        using var folder = new TestFolder();
        string plan = folder.WriteEquatorPlan();

        Outcome outcome = Dzgeo.Run("gaps", plan, "--out", plan);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("is a folder");
    }

    [TestMethod]
    public void The_null_device_stays_what_it_is()
    {
        using var folder = new TestFolder();

        Dzgeo.Run("gaps", folder.WriteEquatorPlan(), "--out", "/dev/null").ExitCode.Should().Be(0);

        File.GetAttributes("/dev/null").Should().NotHaveFlag(FileAttributes.Archive);
        new FileInfo("/dev/null").Length.Should().Be(0);
    }
}
