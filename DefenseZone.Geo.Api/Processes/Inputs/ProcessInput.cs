using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>Reads a value. What is wrong goes to the list of faults, with its JSON pointer; what is returned then only lets the reading go on.</summary>
internal delegate T InputReading<out T>(JsonElement value, string at, FaultList faults);

/// <summary>An input of a process: what it is called, what it means, and what it may hold. One input may serve several processes.</summary>
internal abstract class ProcessInput(string name, string title, string description, Func<JsonObject> schema)
{
    /// <summary>What it is called in requests.</summary>
    public string Name { get; } = name;

    /// <summary>What people call it.</summary>
    public string Title { get; } = title;

    /// <summary>What it means, and what holds without it.</summary>
    public string Description { get; } = description;

    /// <summary>True where a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Narrows the schema to what goes with a plan; nothing where the plan does not matter.</summary>
    public Action<JsonObject, Plan> NarrowToPlan { get; init; } = static (_, _) => { };

    /// <summary>A new copy of its schema for a plan, in JSON Schema as OpenAPI 3.0 has it.</summary>
    public JsonObject Schema(Plan plan)
    {
        JsonObject narrowed = schema();
        NarrowToPlan(narrowed, plan);
        return narrowed;
    }

    /// <summary>Reads its value and keeps it for the process.</summary>
    public abstract object? ReadValue(JsonElement value, string at, FaultList faults);
}

/// <summary>An input whose values are of one type.</summary>
/// <param name="name">What it is called in requests.</param>
/// <param name="title">What people call it.</param>
/// <param name="description">What it means, and what holds without it.</param>
/// <param name="otherwise">What a process is told where a request does not say.</param>
/// <param name="schema">Makes its schema.</param>
/// <param name="read">Reads its value.</param>
internal sealed class ProcessInput<T>(
    string name, string title, string description, T otherwise, Func<JsonObject> schema, InputReading<T> read)
    : ProcessInput(name, title, description, schema)
{
    /// <summary>What a process is told where a request does not say.</summary>
    public T Otherwise { get; } = otherwise;

    /// <inheritdoc/>
    public override object? ReadValue(JsonElement value, string at, FaultList faults) => read(value, at, faults);
}

/// <summary>The values of one request, by input. Only what was given is here; the rest is what each input says otherwise.</summary>
internal sealed class InputValues(ImmutableArray<ProcessInput> inputs, FaultList faults)
{
    private readonly Dictionary<ProcessInput, object?> _values = [];
    private readonly HashSet<ProcessInput> _faulty = [];

    /// <summary>The inputs that the process has.</summary>
    public ImmutableArray<ProcessInput> Inputs { get; } = inputs;

    /// <summary>The value of an input.</summary>
    public T Of<T>(ProcessInput<T> input) => _values.TryGetValue(input, out object? value) ? (T)value! : input.Otherwise;

    /// <summary>True where the request gives the input, rightly or not.</summary>
    public bool IsGiven(ProcessInput input) => _values.ContainsKey(input) || _faulty.Contains(input);

    /// <summary>True where what the request gives for the input can be used.</summary>
    public bool IsSound(ProcessInput input) => !_faulty.Contains(input);

    /// <summary>Tells of an input that does not go with the plan or with the other inputs.</summary>
    public void Refuse(ProcessInput input, string message, string remedy) => Refuse(input, string.Empty, message, remedy);

    /// <summary>Tells of a piece of an input that does not go with the plan or with the other inputs.</summary>
    /// <param name="input">The input.</param>
    /// <param name="within">The JSON pointer from the input's value to the piece.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="remedy">What would be right.</param>
    public void Refuse(ProcessInput input, string within, string message, string remedy)
    {
        _faulty.Add(input);
        faults.Add(new Fault($"/inputs/{input.Name}{within}", message, remedy));
    }

    /// <summary>Refuses inputs that the request gives although nothing it asks for depends on them.</summary>
    /// <param name="idle">The inputs.</param>
    /// <param name="reason">Why nothing depends on them, as a sentence.</param>
    /// <param name="remedy">What would make them matter.</param>
    public void RefuseIdle(IEnumerable<ProcessInput> idle, string reason, string remedy)
    {
        foreach (ProcessInput stray in idle.Where(input => IsGiven(input) && IsSound(input)))
            Refuse(stray, $"'{stray.Name}' changes nothing here. {reason}", $"Leave it out, or {remedy}.");
    }

    /// <summary>True where nothing was refused so far.</summary>
    public bool AreSound => faults.Count == 0;

    /// <summary>Tells of what does not make sense as a whole.</summary>
    public void RefuseAll(string message, string remedy) => faults.Add(new Fault("/inputs", message, remedy));

    /// <summary>Reads the member <c>inputs</c> of an execute request.</summary>
    /// <param name="element">The member; undefined where there is none.</param>
    /// <param name="inputs">The inputs that the process has.</param>
    /// <param name="faults">Takes everything that is wrong.</param>
    public static InputValues Read(JsonElement element, ImmutableArray<ProcessInput> inputs, FaultList faults)
    {
        var values = new InputValues(inputs, faults);
        if (element.ValueKind != JsonValueKind.Undefined)
        {
            foreach (JsonProperty member in JsonMembers.Of(element, "/inputs", [.. inputs.Select(input => input.Name)], faults))
                values.Take(inputs.First(input => string.Equals(input.Name, member.Name, StringComparison.Ordinal)), member.Value, faults);
        }

        foreach (ProcessInput missing in inputs.Where(input => input.IsRequired && !values.IsGiven(input)))
            values.Refuse(missing, $"'{missing.Name}' is missing.", $"Give it: {missing.Description}");
        return values;
    }

    private void Take(ProcessInput input, JsonElement value, FaultList faults)
    {
        string at = "/inputs/" + input.Name;
        int before = faults.Count;
        if (value.ValueKind == JsonValueKind.Object)
        {
            // The standard lets a value be wrapped, to say more about it; a value that is an object has to be.
            value = JsonMembers.Of(value, at, ["value"], faults).Select(member => member.Value).FirstOrDefault();
            at += "/value";
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                faults.Add(new Fault(at, "The value is missing.", "Give the value itself, or an object with the member 'value'."));
                _faulty.Add(input);
                return;
            }
        }

        object? read = input.ReadValue(value, at, faults);
        if (faults.Count == before)
            _values[input] = read;
        else
            _faulty.Add(input);
    }
}
