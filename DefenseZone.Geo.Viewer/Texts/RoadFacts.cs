using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What the library says about roads, as data, in the reader's language. English is what it says itself.</summary>
public static class RoadFacts
{
    private static readonly Quantities Numbers = Quantities.Vietnamese;

    /// <summary>A fact about an answer on new roads.</summary>
    public static string Say(RoadRemark remark, Language language)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return language == Language.Vietnamese ? Vietnamese(remark) : remark.Sentence;
    }

    /// <summary>Why there is no round.</summary>
    public static string Say(RoundFault fault, Language language)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return language == Language.Vietnamese ? Vietnamese(fault) : fault.Sentence;
    }

    private static string Vietnamese(RoadRemark remark) => remark switch
    {
        RoadRemark.UnknownZones(var zones) => $"Phương án không có khu vực phòng thủ {Ids(zones)} để tránh.",
        RoadRemark.NoTerrain => "Phương án chưa có địa hình: hãy đặt tệp độ cao (.hgt, GeoTIFF hoặc .asc) vào thư mục terrain/, hoặc tạo địa hình giả định.",
        RoadRemark.OutsideTerrain outside =>
            $"{End(outside.IsGoal)}, {outside.End.Name}, nằm ngoài vùng có địa hình: kinh độ {Degrees(outside.Extent.WestDegrees, 4)} đến {Degrees(outside.Extent.EastDegrees, 4)}, vĩ độ {Degrees(outside.Extent.SouthDegrees, 4)} đến {Degrees(outside.Extent.NorthDegrees, 4)}.",
        RoadRemark.OnVoid(var isGoal, var end) => $"{End(isGoal)}, {end.Name}, nằm ở chỗ địa hình không có độ cao.",
        RoadRemark.InForbiddenArea(var isGoal, var end, var area) => $"{End(isGoal)}, {end.Name}, nằm trong vùng cấm: {Feature(area)}{(area.Name.Length > 0 ? $" ({area.Name})" : string.Empty)}.",
        RoadRemark.OnePlace => "Đường sẽ bắt đầu và kết thúc ở cùng một nơi.",
        RoadRemark.NoExistingRoads => "Không có đường hiện có để nối: kế hoạch không có đường nào đang khai thác.",
        RoadRemark.OnRoadAlready(var end, var metres) => $"{end.Name} đã ở trên một con đường hiện có, cách {Numbers.Fixed(metres, 1)} m.",
        RoadRemark.TerrainTooSmall => "Vùng có địa hình quá nhỏ để tìm đường.",
        RoadRemark.TooSteep steep =>
            $"Không có lối nào với độ dốc tối đa {Percent(steep.MaximumGrade)}: mặt đất tại {Place(steep.Place)} cần {Percent(steep.NeededGrade)}. Giới hạn {Percent(steep.FeasibleGrade)} là đủ.",
        RoadRemark.Enclosed => "Không có lối nào dù dốc đến đâu: vùng cấm, chỗ thiếu độ cao hoặc rìa địa hình bao quanh một đầu.",
        RoadRemark.Thinned(var nth, var metres) => $"Vùng tìm rộng: cứ {Numbers.Count(nth)} điểm độ cao dùng một, cách nhau {Numbers.Fixed(metres, 0)} m. Không rõ độ dốc ở giữa.",
        RoadRemark.FewerCourses(var found, var asked, var ratio) =>
            $"{Numbers.Count(found)} trên {Numbers.Count(asked)} tuyến: không có tuyến nào khác đủ khác biệt mà chi phí không quá {Numbers.Significant(ratio, 2)} lần tuyến rẻ nhất.",
        RoadRemark.JoinsIsland(var course, var metres) => $"Tuyến {Numbers.Count(course)} nối vào {Numbers.Length(metres)} đường không liền với phần dài nhất của mạng.",
        RoadRemark.NoBorder => "Phương án không có đường biên giới: không đường nào đưa biên giới lại gần.",
        RoadRemark.NobodyResponds => "Không có ai ứng phó: kế hoạch không có cơ sở thuộc loại và tình trạng đã chọn, nên không đường nào có ích.",
        RoadRemark.JoinedAlready => "Mọi đường đã liền nhau.",
        RoadRemark.FacilitiesJoinedAlready => "Mọi cơ sở đã ở trên phần mạng dài nhất.",
        RoadRemark.NotAllJoined => "Không nối được mọi phần: không đường nối nào trên địa hình giữ được độ dốc và tránh được vùng cấm.",
        RoadRemark.StraightLinks(var forWantOfTerrain) => forWantOfTerrain
            ? "Phương án không có địa hình: nối thẳng, tính như trên đất thoải."
            : "Nối thẳng, tính như trên đất thoải.",
        RoadRemark.ImpossibleLinks(var impossible, var lookedAt) => $"{Numbers.Count(impossible)} trên {Numbers.Count(lookedAt)} đường nối đã xét không xây được trên địa hình.",
        RoadRemark.NothingToRank(var statuses) => $"Không có gì để xếp hạng: kế hoạch không có đường nào có tình trạng {string.Join(" hoặc ", statuses.Select(status => status.Name(Language.Vietnamese)))}.",
        _ => remark.Sentence,
    };

    private static string Vietnamese(RoundFault fault) => fault switch
    {
        RoundFault.NoOpenRoad => "Không có con đường nào mở.",
        RoundFault.Closed(var roads) => $"Bị đóng nên không đi được: {Ids(roads)}.",
        RoundFault.NoStops => "Vòng tuần tra cần cơ sở hoặc đường để ghé; chưa có.",
        RoundFault.UnknownRoads(var roads) => $"Không thuộc mạng đường trong câu hỏi này: đường {Ids(roads)}.",
        RoundFault.LeftOutRoads(var roads) => $"Không đưa được vào mạng (trùng đường khác hoặc dài bằng không): đường {Ids(roads)}.",
        RoundFault.WithoutPlace(var facilities) => $"Chưa có vị trí: {string.Join(", ", facilities.Select(Feature))}.",
        RoundFault.ShiftOutOfRange(var minutes) => $"Ca trực phải trên 0 phút; {Numbers.Significant(minutes, 3)} thì không.",
        RoundFault.StayOutOfRange(var minutes) => $"Thời gian dừng phải từ 0 phút; {Numbers.Significant(minutes, 3)} thì không.",
        RoundFault.TooMany(var items) => $"Một vòng có tối đa {Numbers.Count(PatrolRoundProblem.MostItems)} cơ sở và đoạn đường giữa các ngã; đây có {Numbers.Count(items)}.",
        _ => fault.Sentence,
    };

    private static string Ids(IEnumerable<FeatureId> ids) => string.Join(", ", ids.Select(id => id.Text));

    private static string Feature(PlanFeature feature) => $"{ModelWords.LayerName(feature.LayerName, Language.Vietnamese)} {feature.Id.Text}";

    private static string End(bool isGoal) => isGoal ? "Điểm đến" : "Điểm đầu";

    private static string Percent(double ratio) => Numbers.Share(ratio);

    private static string Degrees(double degrees, int decimals) => Numbers.Fixed(degrees, decimals);

    private static string Place(GeoPoint place) => $"{Degrees(place.LongitudeDegrees, 5)}; {Degrees(place.LatitudeDegrees, 5)}";
}
