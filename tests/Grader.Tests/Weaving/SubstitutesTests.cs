using Grader.Weaving;
using Interleaving.Models;

namespace Grader.Tests.Weaving;

public sealed class SubstitutesTests
{
    [Test]
    public void Nobody_is_steered_away_from_a_type_that_is_modelled() => Substitutes.Known
        .Where(entry => RedirectTable.Instance.Types.Any(type => $"{type.FullName!.Split('`')[0]}.".StartsWith(entry.Prefix, StringComparison.Ordinal)))
        .Select(entry => entry.Prefix)
        .ShouldBe(["System.IO."]);

    [TestCase("System.Threading.Barrier.Missing", "another member of Barrier")]
    [TestCase("System.Threading.ReaderWriterLockSlim.Missing", "another member of ReaderWriterLockSlim")]
    [TestCase("System.Threading.SpinLock.Missing", "another member of SpinLock")]
    [TestCase("System.Threading.Tasks.TaskFactory.FromAsync", "another member of TaskFactory")]
    [TestCase("System.Threading.Mutex..ctor", "another member of Mutex")]
    [TestCase("System.Threading.ReaderWriterLock.AcquireReaderLock", "ReaderWriterLockSlim")]
    [TestCase("System.Net.Http.HttpClient.GetAsync", "no network")]
    [TestCase("System.Threading.Unheard.Of", "Task, async and await")]
    public void What_is_refused_comes_with_what_to_use(string api, string instead) => Substitutes.For(api).ShouldContain(instead);
}
