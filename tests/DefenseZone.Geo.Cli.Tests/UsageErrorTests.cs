namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class UsageErrorTests
{
    [TestMethod]
    [DataRow("coverge plan", "there is no verb 'coverge'; did you mean 'coverage'?")]
    [DataRow("xyzzy", "there is no verb 'xyzzy'; there are: coverage, gaps, zones, ")]
    [DataRow("coverage", "Required argument missing for command: 'coverage'.")]
    [DataRow("coverage plan --radus 5", "there is no option '--radus'; did you mean '--radius'?")]
    [DataRow("coverage plan --radius -5", "--radius needs a number of metres above 0 and at most 500000; '-5' is none")]
    [DataRow("coverage plan --radius 0", "'0' is none")]
    [DataRow("coverage plan --radius five", "'five' is none")]
    [DataRow("coverage plan --radius NaN", "'NaN' is none")]
    [DataRow("coverage plan --radius 1e9", "'1e9' is none")]
    [DataRow("coverage plan --year 0", "--year needs a whole number from 1 to 9999; '0' is none")]
    [DataRow("coverage plan --year 20300", "'20300' is none")]
    [DataRow("coverage plan --year 2030.5", "'2030.5' is none")]
    [DataRow("coverage plan --depth 0", "--depth needs a whole number from 1 on; '0' is none")]
    [DataRow("coverage plan --min-gap -1", "--min-gap needs a number of metres from 0")]
    [DataRow("coverage plan --kind militia-post", "--kind does not know 'militia-post'; did you mean 'militia-posts'?")]
    [DataRow("coverage plan --kind militia-posts,bases", "--kind does not know 'bases'")]
    [DataRow("coverage plan --kind militia-posts combat-base", "'combat-base' is one too many")]
    [DataRow("coverage plan --status planed", "did you mean 'planned'?")]
    [DataRow("coverage plan --format xml", "--format does not know 'xml'; there are: table, json, geojson, csv")]
    [DataRow("coverage plan --model smell", "--model does not know 'smell'")]
    [DataRow("coverage one two", "'two' is one too many; a path with spaces needs quotes")]
    [DataRow("coverage --radius 5 --colour", "there is no option '--colour'")]
    [DataRow("coverage plan --out", "Required argument missing for option: '--out'.")]
    [DataRow("coverage plan --out ", "--out needs the name of a file")]
    [DataRow("validate plan --format csv", "--format does not know 'csv'")]
    [DataRow("sample", "Option '--out' is required.")]
    [DataRow("sample --size XL --out x", "--size does not know 'XL'")]
    [DataRow("sample --seed 1.5 --out x", "--seed needs a whole number")]
    public void What_is_wrong_is_said_on_the_standard_error(string line, string expected)
    {
        Outcome outcome = Dzgeo.Run(line.Split(' '));

        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Should().Contain(expected).And.Contain("--help'.");
    }

    [TestMethod]
    public void All_that_is_wrong_is_said_at_once()
    {
        Outcome outcome = Dzgeo.Run("gaps", "--radius", "-1", "--year", "never", "--kind", "fort", "--colour");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("--radius").And.Contain("--year").And.Contain("--kind").And.Contain("there is no option '--colour'");
    }

    [TestMethod]
    public void Nothing_at_all_names_the_verbs()
    {
        Outcome outcome = Dzgeo.Run();

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("a verb is missing: coverage, gaps, zones, ");
    }

    [TestMethod]
    public void An_argument_that_begins_with_an_at_sign_is_a_name_like_any_other() =>
        Dzgeo.Run("coverage", "@nowhere").ExitCode.Should().Be(1, "there is no such plan; it is not taken for a file of options");

    [TestMethod]
    [DataRow("--help")]
    [DataRow("coverage --help")]
    [DataRow("convert --help")]
    public void Help_goes_to_the_output_and_lists_the_exit_codes(string line)
    {
        Outcome outcome = Dzgeo.Run(line.Split(' '));

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Contain("Exit codes:").And.Contain("130").And.NotContain("dditional");
    }

    [TestMethod]
    public void Every_question_has_the_same_options()
    {
        foreach (string verb in (string[])["coverage", "gaps", "zones"])
        {
            string help = Dzgeo.Run(verb, "--help").Output;
            foreach (string option in (string[])["--radius", "--kind", "--status", "--year", "--depth", "--min-gap", "--model", "--format", "--out"])
                help.Should().Contain(option, "{0} is a question like the others", verb);
        }
    }
}
