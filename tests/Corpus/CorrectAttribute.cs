namespace Corpus;

/// <summary>A program that no schedule breaks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorrectAttribute : Attribute;
