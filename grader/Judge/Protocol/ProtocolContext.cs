using System.Text.Json.Serialization;

namespace Judge.Protocol;

/// <summary>Source-generated serialisation: the judge starts without reflection over its messages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(JudgeRequest))]
[JsonSerializable(typeof(JudgeFrame))]
internal sealed partial class ProtocolContext : JsonSerializerContext;
