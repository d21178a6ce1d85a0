"""The six ways in that the search offers to somebody who typed nothing, or found nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A page of ``docs``, and two lines that lead there."""

    page: str
    title: str
    below: str


ROWS = (
    Row("hom-nay/tin-gia.md", "Tôi định chia sẻ một tin", "Tin giả, tin sai: biết trước khi bấm."),
    Row("hom-nay/hoc-sinh.md", "Tôi muốn đăng ảnh học sinh", "Ai phải đồng ý, đồng ý thế nào."),
    Row("tinh-huong/lo-chia-se-tin-sai.md", "Tôi lỡ đăng rồi", "Giữ lại, gỡ, đính chính."),
    Row(
        "tinh-huong/minh-bi-boi-nho-tren-mang.md",
        "Tôi bị bôi nhọ trên mạng",
        "Giữ bằng chứng, báo đúng nơi.",
    ),
    Row("hom-nay/trach-nhiem.md", "Tôi quản một nhóm lớp", "Việc của người quản trị, mốc giờ."),
    Row("hom-nay/muc-phat.md", "Tôi hỏi về mức phạt", "Mức nào của cá nhân, mức nào của tổ chức."),
)

MORE = ("tra-cuu/hoi-dap.md", "tinh-huong/index.md", "tra-cuu/dieu-khoan.md")
"""Questions and answers, all situations, every provision: where nothing was found."""
