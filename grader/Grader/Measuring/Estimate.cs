namespace Grader.Measuring;

/// <summary>A figure and its bounds.</summary>
internal readonly record struct Estimate(double Low, double Value, double High);
