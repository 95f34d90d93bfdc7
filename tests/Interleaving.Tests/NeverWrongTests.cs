using Benchmarks;
using Interleaving.Weaving;

namespace Interleaving.Tests;

/// <summary>The corpus of correct programs and broken twins, under the default budget. The benchmark runs it under 100 seeds.</summary>
[TestFixture]
internal sealed class NeverWrongTests
{
    private static readonly CorpusProgram[] Programs = [.. CorpusProgram.Pairs];

    [Test]
    public void There_are_sixty_of_each()
    {
        Programs.Count(program => program.Expected is null).ShouldBeGreaterThanOrEqualTo(60);
        Programs.Count(program => program.Expected is not null).ShouldBeGreaterThanOrEqualTo(60);
    }

    [Test]
    public void None_of_the_corpus_uses_what_is_refused()
    {
        var path = typeof(Corpus.CorrectAttribute).Assembly.Location;
        var woven = Weaver.Weave(File.ReadAllBytes(path), File.ReadAllBytes(Path.ChangeExtension(path, ".pdb")), new WeaveOptions());
        woven.Unsupported.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Programs))]
    public void A_program_is_what_it_is_under_every_seed(CorpusProgram program)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var found = program.Explore(new ExplorationOptions { Seed = seed });
            found.Failure.ShouldBe(program.Expected, $"seed {seed}: {found.Message}\n{found.Interleaving}");
        }
    }
}
