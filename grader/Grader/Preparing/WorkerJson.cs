using System.Text.Json.Serialization;

namespace Grader.Preparing;

/// <summary>Source-generated serialisation: a worker starts without reflection over its messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
