namespace Grader.Measuring;

/// <summary>A median and its bounds.</summary>
internal readonly record struct Estimate(double Low, double Median, double High);
