using System.CommandLine;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>What the options of a question are for.</summary>
internal enum QuestionPurpose
{
    /// <summary>How well the border is covered.</summary>
    Coverage,

    /// <summary>What each facility sees: no depth is required and no gap looked for.</summary>
    Sight,

    /// <summary>Where the next facilities go: likewise.</summary>
    Siting,
}

/// <summary>The options that every question about coverage has, under the same names.</summary>
/// <param name="purpose">What is asked: only coverage requires a depth and looks for gaps.</param>
internal sealed class QuestionOptions(QuestionPurpose purpose = QuestionPurpose.Coverage)
{
    private const string Kind = "--kind";
    private const string Status = "--status";

    private readonly ModelOptions _model = new(onlySight: purpose == QuestionPurpose.Sight);

    private readonly Option<FacilityKind[]> _kinds = WordOption.Of(
        Kind, "KIND…", "Who takes part, instead of the posts and all that have a radius", Vocabulary.FacilityLayers);

    private readonly Option<LifecycleStatus[]> _statuses = WordOption.Of(
        Status, "STATUS…", "Which statuses take part, instead of existing and under-construction", Vocabulary.Statuses);

    private readonly Option<Given<int>?> _year = NumberOption.Whole(
        "--year", "YEAR", "Who is in service in that year.", 1, 9999);

    private readonly Option<Given<int>?> _depth = NumberOption.Whole(
        "--depth", "K", "How many facilities must cover a place; with fewer it is a gap. 1 where it is not given.", 1, int.MaxValue);

    private readonly Option<Given<double>?> _minimumGap = NumberOption.Metres(
        "--min-gap", "The shortest gap to report, in metres, instead of the plan's.", largest: 1e9, zeroAllowed: true);

    private readonly Option<string> _format = ChoiceOption.Of(
        "--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.Json, OutputFormatWords.GeoJson, OutputFormatWords.Csv);

    private readonly Option<string?> _out = OutOption();

    private readonly Option<bool> _despiteErrors = PlanInput.DespiteErrorsOption();

    private readonly Argument<string> _plan = PlanArgument();

    /// <summary>The plan folder as an argument.</summary>
    public static Argument<string> PlanArgument() => PathArgument.Of("PLAN", "The plan's folder.");

    /// <summary>The file to write to as an option.</summary>
    public static Option<string?> OutOption()
    {
        var option = new Option<string?>("--out", "-o")
        {
            Description = "The file to write, instead of the standard output. It is there whole or not at all.",
            HelpName = "FILE",
            Arity = ArgumentArity.ExactlyOne,
        };

        // An empty name is a variable that was not set in a script: what it asked for is not the standard output.
        option.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("--out needs the name of a file; '' is none");
        });
        return option;
    }

    /// <summary>The option for several words that an argument begins, written <c>--kind x</c> or <c>--kind=x</c>; empty where it is none.</summary>
    public static string ListOption(string argument)
    {
        foreach (string name in (ReadOnlySpan<string>)[Kind, Status])
        {
            if (argument.StartsWith(name, StringComparison.Ordinal) && (argument.Length == name.Length || argument[name.Length] is '=' or ':'))
                return name;
        }

        return string.Empty;
    }

    /// <summary>Whether an argument is a word that one of those options takes, or several with commas between them.</summary>
    public static bool IsListed(string option, string argument)
    {
        foreach (string word in argument.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!(option == Kind ? Vocabulary.FacilityLayers.TryParse(word, out _) : Vocabulary.Statuses.TryParse(word, out _)))
                return false;
        }

        return true;
    }

    /// <summary>Gives a verb all of these options.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_plan);
        _model.AddTo(verb);
        foreach (Option option in (Option[])[_kinds, _statuses, _year, _depth, _minimumGap, _despiteErrors, _format, _out])
        {
            if (purpose == QuestionPurpose.Coverage || (option != _depth && option != _minimumGap))
                verb.Add(option);
        }
    }

    /// <summary>The question as it was asked.</summary>
    public Question Read(ParseResult parsed) => new()
    {
        Input = new PlanInput(parsed.GetValue(_plan)!, parsed.GetValue(_despiteErrors)),
        Model = _model.Read(parsed, parsed.GetValue(_year)?.Value),
        Facilities = new FacilityFilter
        {
            Kinds = [.. parsed.GetValue(_kinds)!],
            Statuses = [.. parsed.GetValue(_statuses)!],
            Year = parsed.GetValue(_year)?.Value,
        },
        RequiredDepth = parsed.GetValue(_depth)?.Value ?? 1,
        MinimumGapMetres = parsed.GetValue(_minimumGap)?.Value,
        Format = OutputFormatWords.Parse(parsed.GetValue(_format)),
        OutFile = parsed.GetValue(_out) ?? string.Empty,
    };
}
