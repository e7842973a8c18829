using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DefenseZone.Geo.Api.Http;

namespace DefenseZone.Geo.Api.Pages;

/// <summary>A text in a table or list, and where it leads to; nowhere where the address is empty.</summary>
internal readonly record struct Cell(string Text, string Href = "")
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A plain page for people, built piece by piece. Every text and address is escaped here and nowhere else.</summary>
internal sealed class HtmlPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _head = new();
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _path = new();
    private string _title = "DefenseZone.Geo";

    /// <summary>Names the page.</summary>
    public HtmlPage Title(string title, string description = "")
    {
        _title = title;
        _body.Append("<h1>").Append(Escape(title)).Append("</h1>\n");
        return description.Length == 0 ? this : Paragraph(description);
    }

    /// <summary>The way from the front page to this one; the last piece is this page.</summary>
    public HtmlPage Path(params IEnumerable<Cell> pieces)
    {
        foreach (Cell piece in pieces)
            _path.Append(_path.Length == 0 ? string.Empty : "<span aria-hidden=\"true\">/</span>").Append(Markup(piece));
        return this;
    }

    public HtmlPage Heading(string text)
    {
        _body.Append("<h2>").Append(Escape(text)).Append("</h2>\n");
        return this;
    }

    public HtmlPage Paragraph(string text)
    {
        _body.Append("<p>").Append(Escape(text)).Append("</p>\n");
        return this;
    }

    public HtmlPage Preformatted(string text)
    {
        _body.Append("<pre tabindex=\"0\">").Append(Escape(text)).Append("</pre>\n");
        return this;
    }

    public HtmlPage List(params IEnumerable<Cell> items)
    {
        _body.Append("<ul>\n");
        foreach (Cell item in items)
            _body.Append("<li>").Append(Markup(item)).Append("</li>\n");
        _body.Append("</ul>\n");
        return this;
    }

    public HtmlPage Table(IEnumerable<string> headings, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        _body.Append("<div class=\"wide\" role=\"region\" aria-label=\"table\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (string heading in headings)
            _body.Append("<th scope=\"col\">").Append(Escape(heading)).Append("</th>");
        _body.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<Cell> row in rows)
        {
            _body.Append("<tr>");
            foreach (Cell cell in row)
                _body.Append("<td>").Append(Markup(cell)).Append("</td>");
            _body.Append("</tr>\n");
        }

        _body.Append("</tbody>\n</table></div>\n");
        return this;
    }

    /// <summary>The resource's links: those to other forms and pages go into the head as well, for machines.</summary>
    public HtmlPage Links(params IEnumerable<Link> links)
    {
        Link[] all = [.. links];
        foreach (Link link in all)
        {
            _head.Append("<link rel=\"").Append(Escape(link.Rel)).Append("\" type=\"").Append(Escape(link.Type))
                .Append("\" href=\"").Append(Escape(link.Href)).Append("\" title=\"").Append(Escape(link.Title)).Append("\">\n");
        }

        return List(all.Where(link => link.Rel != "self").Select(link => new Cell(link.Title, link.Href)));
    }

    /// <summary>The whole page.</summary>
    public string Text() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escape(_title)} · DefenseZone.Geo</title>
        {_head}<style>{Style}</style>
        </head>
        <body>
        <header><nav aria-label="path">{_path}</nav></header>
        <main>
        {_body}</main>
        </body>
        </html>

        """;

    private const string Style = """
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0;background:#faf7f0;color:#223;font:16px/1.5 "Noto Sans",system-ui,sans-serif}
        header{background:#16323a;color:#faf7f0;padding:.75rem 1.5rem}
        header a,header span{color:#faf7f0;margin-right:.5rem}
        main{max-width:96rem;margin:0 auto;padding:1rem 1.5rem 3rem}
        h1{font-size:1.6rem;margin:1rem 0 .5rem}
        h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
        main a{color:#155e66}
        a:focus-visible,[tabindex]:focus-visible{outline:3px solid #f2a541;outline-offset:2px}
        .wide{overflow-x:auto;border:1px solid #b9ae9c;background:#fff}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{text-align:left;vertical-align:top;padding:.35rem .75rem;border-bottom:1px solid #efebe2}
        th{background:#efebe2;white-space:nowrap}
        td{min-width:4rem;max-width:40rem}
        p{max-width:60rem}
        pre{overflow-x:auto;background:#fff;border:1px solid #b9ae9c;padding:.75rem}
        """;

    private static string Markup(Cell cell) => cell.Href.Length == 0
        ? Escape(cell.Text)
        : $"<a href=\"{Escape(cell.Href)}\">{Escape(cell.Text)}</a>";

    private static string Escape(string text) => Encoder.Encode(text);
}
