namespace NotebookSession.Tests;

/// <summary>Packages that read a cell's lambdas as data, or make types of a cell's: they see what the student wrote.</summary>
public sealed class RunningPackages : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("FluentValidation, 12.2.0",
        """
        using FluentValidation;
        public class Person { public string Name { get; set; } public List<int> Ages { get; set; } = []; }
        public class Rules : AbstractValidator<Person>
        {
            public Rules()
            {
                RuleFor(p => p.Name).NotEmpty().WithMessage(p => $"{nameof(p.Name)}!");
                RuleForEach(p => p.Ages).Must(a => a > 0);
                When(p => p.Ages.Any(a => a > 1), () => RuleFor(p => p.Name).MinimumLength(2));
            }
        }
        string.Join(" ", new Rules().Validate(new Person { Name = "x", Ages = [0, 2] }).Errors.Select(e => e.PropertyName))
        """, "Ages[0] Name")]
    [InlineData("Microsoft.EntityFrameworkCore.InMemory, 10.0.0",
        """
        using Microsoft.EntityFrameworkCore;
        public class Blog { public int Id { get; set; } public string Name { get; set; } public List<Post> Posts { get; set; } = []; }
        public class Post { public int Id { get; set; } public int Stars { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Blog> Blogs => Set<Blog>();
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseInMemoryDatabase("cells");
        }
        var db = new Db();
        db.Add(new Blog { Name = "a", Posts = [new() { Stars = 1 }, new() { Stars = 5 }] });
        db.SaveChanges();
        db.ChangeTracker.Clear();
        var blog = db.Blogs.Include(b => b.Posts.Where(p => p.Stars > 2)).Single(b => b.Posts.Any(p => p.Stars == 5));
        $"{blog.Name} {blog.Posts.Count} {db.Blogs.Select(b => new { b.Name, Sum = b.Posts.Sum(p => p.Stars) }).Single().Sum}"
        """, "a 1 6")]
    [InlineData("System.Reactive, 6.0.1",
        """
        using System.Reactive.Linq;
        string.Join(",", Observable.Range(1, 4).Where(n => n % 2 == 0).Select(n => n * n).ToEnumerable())
        """, "4,16")]
    [InlineData("AutoMapper, 13.0.1",
        """
        using AutoMapper;
        public class From { public int N { get; set; } = 3; }
        public class To { public int Twice { get; set; } }
        new MapperConfiguration(c => c.CreateMap<From, To>().ForMember(t => t.Twice, o => o.MapFrom(f => 2 * f.N))).CreateMapper().Map<To>(new From()).Twice
        """, "6")]
    [InlineData("Moq, 4.20.72",
        """
        using Moq;
        public interface IClock { int Now(int n); }
        var mock = new Mock<IClock>();
        mock.Setup(c => c.Now(It.Is<int>(n => n > 1))).Returns((int n) => n + 1);
        mock.Object.Now(4)
        """, "5")]
    [InlineData("Newtonsoft.Json, 13.0.4",
        """
        using Newtonsoft.Json;
        public record Point(int X, int[] Ys);
        JsonConvert.DeserializeObject<Point>(JsonConvert.SerializeObject(new Point(1, [2, 3]))).Ys[1]
        """, "3")]
    public async Task A_package_works_as_in_a_project(string package, string code, string value)
    {
        var restored = await _notebook.RunAsync($"#r \"nuget: {package}\"");
        Assert.SkipWhen(restored.Result.Failure?.Message.Contains("NU1301", StringComparison.Ordinal) == true, "no package source can be reached");
        restored.Succeeded();

        Assert.Equal(value, (await _notebook.RunAsync(code)).Succeeded().Value);
    }
}
