namespace Grader.Configuration;

/// <summary>When a kata is done in the course.</summary>
internal enum Level
{
    FirstWeek,
    SecondWeek,
    ThirdWeek,
    Last,
}
