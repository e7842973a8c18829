using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>Why a question of siting makes no sense, or has no plan, in the reader's language.</summary>
public static class SitingReasonWords
{
    private const int NamesToList = 5;

    /// <summary>A reason as a sentence.</summary>
    public static string Of(SitingReason reason, Language language)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return language == Language.Vietnamese ? Vietnamese(reason) : reason.Text;
    }

    private static string Vietnamese(SitingReason reason) => reason.Kind <= SitingReasonKind.RequiredBeyondBudget
        ? OfCandidatesAndLimits(reason)
        : reason.Kind <= SitingReasonKind.WeightOutOfBounds ? OfConstraints(reason) : OfAnswers(reason);

    private static string OfCandidatesAndLimits(SitingReason reason) => reason.Kind switch
    {
        SitingReasonKind.NoBorder => "Kế hoạch không có biên giới: lớp border-segments trống.",
        SitingReasonKind.NoCandidatesInPlan => "Không có vị trí dự kiến: lớp candidate-sites của kế hoạch trống. Hãy thêm vị trí, hoặc tạo chúng dọc biên giới.",
        SitingReasonKind.NoCandidatesGiven => "Không có vị trí dự kiến nào: nguồn đã chọn không tạo ra vị trí nào. Hãy đổi nguồn hoặc giảm khoảng cách.",
        SitingReasonKind.CandidatesTwice => $"Các vị trí phải có mã khác nhau; trùng mã: {Names(reason)}.",
        SitingReasonKind.CandidatesWithoutPlace => $"Vị trí {Names(reason)} không có tọa độ; một vị trí là một điểm.",
        SitingReasonKind.CandidatesWithBadCost => $"Vị trí {Names(reason)} có chi phí âm hoặc không phải số; chi phí từ 0 trở lên.",
        SitingReasonKind.CandidatesWithoutCost => $"Vị trí {Names(reason)} không có chi phí; khi tiền quyết định, mỗi vị trí cần một chi phí (0 nếu miễn phí).",
        SitingReasonKind.CandidatesWithoutRadius => $"Vị trí {Names(reason)} không có bán kính bao phủ trên 0 và tối đa {Number(reason, 0)} m; hãy cho bán kính riêng, hoặc một bán kính cho tất cả.",
        SitingReasonKind.SitesOutOfBounds => $"Số vị trí phải từ 0 trở lên; đang là {Number(reason, 0)}.",
        SitingReasonKind.BudgetOutOfBounds => $"Ngân sách phải từ 0 trở lên; đang là {Number(reason, 0)}.",
        SitingReasonKind.LimitMissing => "Mục tiêu này cần số vị trí, ngân sách, hoặc cả hai; nếu không mọi vị trí đều được chọn.",
        SitingReasonKind.BackupWeightOutOfBounds => $"Trọng số dự phòng phải trên 0 và tối đa 1; đang là {Number(reason, 0)}.",
        SitingReasonKind.TimeOutOfBounds => $"Giới hạn thời gian phải trên 0 giây; đang là {Number(reason, 0)} giây.",
        SitingReasonKind.RelativeGapOutOfBounds => $"Khoảng cách tương đối phải từ 0 đến dưới 1; đang là {Number(reason, 0)}.",
        SitingReasonKind.RequiredAndForbidden => $"Vị trí {Names(reason)} vừa bắt buộc vừa bị loại trừ; chỉ được một trong hai.",
        SitingReasonKind.RequiredBeyondSites => $"{Number(reason, 0)} vị trí là bắt buộc, nhưng chỉ được chọn {Number(reason, 1)}.",
        _ => $"Các vị trí bắt buộc tốn {Number(reason, 0)}, hơn ngân sách {Number(reason, 1)}.",
    };

    private static string OfConstraints(SitingReason reason) => reason.Kind switch
    {
        SitingReasonKind.UnknownCandidates => $"Không vị trí nào có mã {Names(reason, skip: 1)} ({Use(reason.Names[0])}).",
        SitingReasonKind.GroupTooSmall => $"Nhóm {Number(reason, 0)} có ít hơn hai vị trí nên không loại trừ gì.",
        SitingReasonKind.GroupAllowsNothing => $"Nhóm {Number(reason, 0)} phải cho phép ít nhất một vị trí; đang cho phép {Number(reason, 1)}. Hãy loại trừ các vị trí ấy thay vào đó.",
        SitingReasonKind.RequiredBeyondGroup => $"Trong nhóm {Number(reason, 0)} có {Number(reason, 1)} vị trí bắt buộc, nhưng chỉ được chọn {Number(reason, 2)}.",
        SitingReasonKind.UnknownZone => $"Kế hoạch không có khu vực phòng thủ {Names(reason)}.",
        SitingReasonKind.ZoneTwice => $"Khu vực {Names(reason)} có nhiều giới hạn; hãy gộp thành một.",
        SitingReasonKind.ZoneShareOutOfBounds => $"Tỷ lệ bao phủ của khu vực {Names(reason)} phải từ 0 đến 1; đang là {Number(reason, 0)}.",
        SitingReasonKind.ZoneSitesOutOfBounds => $"Số vị trí trong khu vực {Names(reason)} phải từ 0 trở lên; đang là {Number(reason, 0)}.",
        SitingReasonKind.ZoneShareNotTaken => $"Mục tiêu “khoảng trống dài nhất ngắn nhất” không nhận tỷ lệ bao phủ của khu vực; khu vực {Quoted(reason.Names[0])} đòi hỏi điều đó. Số vị trí trong khu vực thì được.",
        SitingReasonKind.ZoneLimitEmpty => $"Giới hạn của khu vực {Names(reason)} không đòi hỏi gì; hãy cho một tỷ lệ bao phủ, một số vị trí, hoặc cả hai.",
        SitingReasonKind.ChangesWhileIgnored => "Các cơ sở hiện có bị bỏ qua, nên không thể đóng hay dời cơ sở nào.",
        SitingReasonKind.UnknownFacility => $"Không có cơ sở hiện có nào là {Names(reason)}, nên không thể đóng hay dời.",
        SitingReasonKind.ChangeTwice => $"Thay đổi của {Names(reason)} được ghi nhiều lần.",
        SitingReasonKind.ChangeEmpty => $"Thay đổi của {Names(reason)} không cho phép gì; hãy cho chi phí đóng, chi phí dời, hoặc cả hai.",
        SitingReasonKind.ClosingCostOutOfBounds => $"Chi phí đóng {Names(reason)} không phải số.",
        SitingReasonKind.MovingCostOutOfBounds => $"Chi phí dời {Names(reason)} phải từ 0 trở lên; đang là {Number(reason, 0)}.",
        SitingReasonKind.MovingDistanceOutOfBounds => $"Khoảng cách dời {Names(reason)} phải trên 0 m; đang là {Number(reason, 0)} m.",
        SitingReasonKind.WeightsNotTaken => "Mục tiêu này không nhận trọng số đoạn biên giới; bao phủ tối đa và dự phòng thì nhận.",
        SitingReasonKind.UnknownSegment => $"Kế hoạch không có đoạn biên giới {Names(reason)}.",
        _ => $"Trọng số của đoạn biên giới {Names(reason)} phải từ 0 trở lên; đang là {Number(reason, 0)}.",
    };

    private static string OfAnswers(SitingReason reason) => reason.Kind switch
    {
        SitingReasonKind.CurveTooShort => $"Điểm cuối của đường cong phải ở 1 vị trí trở lên; đang ở {Number(reason, 0)}.",
        SitingReasonKind.CurveOfAnotherObjective => "Đường cong chỉ dành cho bao phủ tối đa.",
        SitingReasonKind.NothingFound => "Chưa tìm được phương án nào thỏa mọi giới hạn, và chưa chứng minh được là không có. Hãy cho thêm thời gian, hoặc bớt giới hạn.",
        SitingReasonKind.RequiredBeyondCap => "Số vị trí bắt buộc trong một khu vực nhiều hơn số vị trí khu vực ấy được có.",
        SitingReasonKind.ZoneOutOfReach => $"Biên giới của khu vực {Names(reason)} phải được bao phủ {Number(reason, 0)} m, nhưng các cơ sở hiện có cùng mọi vị trí dự kiến chỉ với tới {Number(reason, 1)} trên {Number(reason, 2)} m.",
        SitingReasonKind.NeedsMoreSites => $"Phần phải bao phủ cần ít nhất {Number(reason, 0)} vị trí; chỉ được {Number(reason, 1)}.",
        SitingReasonKind.NeedsMoreMoney => $"Phần phải bao phủ tốn ít nhất {Number(reason, 0)}; ngân sách là {Number(reason, 1)}.",
        _ => "Các giới hạn mâu thuẫn nhau: không cách chọn nào thỏa cùng lúc các nhóm, số vị trí và tỷ lệ bao phủ của các khu vực.",
    };

    private static string Use(string word) => word switch
    {
        "required" => "bắt buộc",
        "forbidden" => "loại trừ",
        _ => "nhóm " + word.Split(' ')[^1],
    };

    private static string Quoted(string name) => $"“{name}”";

    private static string Names(SitingReason reason, int skip = 0)
    {
        string[] names = [.. reason.Names.Skip(skip).Select(Quoted)];
        return names.Length <= NamesToList
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(NamesToList))} và {Quantities.Vietnamese.Count(names.Length - NamesToList)} nữa";
    }

    // Up to three decimals, as the English sentence has it.
    private static string Number(SitingReason reason, int index)
    {
        double value = reason.Amounts[index];
        int decimals = Enumerable.Range(0, 4).First(count => count == 3 || Math.Round(value, count).Equals(Math.Round(value, 3)));
        return Quantities.Vietnamese.Fixed(value, decimals);
    }
}
