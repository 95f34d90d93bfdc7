using System.Text.Json.Serialization;

namespace Grader.Preparing;

/// <summary>Source-generated serialisation of what a worker is asked and answers: it starts without reflection over its messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
    /// <summary>The most bytes of a message; the assemblies of a submission have some ten kilobytes.</summary>
    public const int MostBytes = 32 << 20;
}
