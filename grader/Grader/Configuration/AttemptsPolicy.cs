namespace Grader.Configuration;

/// <summary>Which of several attempts counts.</summary>
internal enum AttemptsPolicy
{
    /// <summary>The last one, whatever it scored.</summary>
    Last,

    /// <summary>The one with the most points, kata by kata.</summary>
    Best,
}
