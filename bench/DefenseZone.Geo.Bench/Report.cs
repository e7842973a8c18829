using System.Text.Json;

namespace DefenseZone.Geo.Bench;

/// <summary>Everything measured on a plan of a size.</summary>
internal sealed record SizeResults(
    string Size, IReadOnlyList<Result> Results, IReadOnlyDictionary<string, double> Exact, IReadOnlyDictionary<string, double> PeakMegabytes);

/// <summary>The tables for people, and the same as JSON for machines.</summary>
internal static class Report
{
    public static void WriteTables(TextWriter writer, SizeResults size)
    {
        foreach (IGrouping<string, Result> work in size.Results.GroupBy(result => result.Contender.Work))
        {
            double ours = work.Where(result => result.Contender.IsOurs).Select(result => result.Median).DefaultIfEmpty(double.NaN).First();
            writer.WriteLine();
            writer.WriteLine($"### {size.Size}: {work.Key}");
            writer.WriteLine();
            writer.WriteLine("| contender | median ms | fastest ms | times ours | answers |");
            writer.WriteLine("|---|---:|---:|---:|---|");
            foreach (Result result in work)
            {
                string answers = string.Join(", ", result.Answers.Select(answer => $"{answer.Key} {answer.Value:0.##}"));
                writer.WriteLine(
                    $"| {result.Contender.Name} | {result.Median * 1e3:0.000} | {result.Fastest * 1e3:0.000} | {(double.IsNaN(ours) ? string.Empty : (result.Median / ours).ToString("0.0"))} | {answers} |");
            }

            if (string.Equals(work.Key, Works.Coverage, StringComparison.Ordinal) && size.Exact.Count > 0)
            {
                string answers = string.Join(", ", size.Exact.Select(answer => $"{answer.Key} {answer.Value:0.##}"));
                writer.WriteLine($"| exact geodesic circles (GeographicLib) | | | | {answers} |");
            }

            if (string.Equals(work.Key, Works.Process, StringComparison.Ordinal))
            {
                writer.WriteLine();
                writer.WriteLine("Peak memory: " + string.Join(", ", size.PeakMegabytes.Select(peak => $"{peak.Key} {peak.Value:0} MB")));
            }
        }
    }

    public static void WriteJson(Stream stream, IEnumerable<SizeResults> sizes)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (SizeResults size in sizes)
        {
            writer.WriteStartObject();
            writer.WriteString("size", size.Size);
            WriteNumbers(writer, "exact", size.Exact);
            WriteNumbers(writer, "peakMegabytes", size.PeakMegabytes);
            writer.WriteStartArray("results");
            foreach (Result result in size.Results)
            {
                writer.WriteStartObject();
                writer.WriteString("work", result.Contender.Work);
                writer.WriteString("contender", result.Contender.Name);
                writer.WriteBoolean("isOurs", result.Contender.IsOurs);
                writer.WriteNumber("medianSeconds", result.Median);
                writer.WriteStartArray("seconds");
                foreach (double seconds in result.Seconds)
                    writer.WriteNumberValue(seconds);
                writer.WriteEndArray();
                WriteNumbers(writer, "answers", result.Answers);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, double> numbers)
    {
        writer.WriteStartObject(name);
        foreach ((string key, double value) in numbers)
            writer.WriteNumber(key, value);
        writer.WriteEndObject();
    }
}
