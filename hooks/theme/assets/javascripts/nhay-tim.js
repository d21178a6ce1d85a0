// What the box “Đi tới điều khoản” offers: reads “k1 d8 anm”, “26.4 72/2013”, “điểm đ khoản 1
// điều 8 …” and finds the provisions that it can mean, the surest first. A number that is not
// there is answered with what is there. Needs nhay-du-lieu.js (hooks/vanban/export/jump.py).
(() => {
  const MOST = 8
  const ALPHABET = "abcdđeghiklmnopqrstuvxy"
  // Words that say nothing about which document is meant, typed in full or half.
  const SILENT = new Set(["dieu", "khoan", "diem", "muc", "so", "nam", "cua", "ngay", "va", "theo", "tai", "d", "k"])

  // ---- Letters -------------------------------------------------------------------------------

  // Without marks, letter for letter, so that places in the text stay the same; đ is d.
  const bare = text => Array.from(text, letter => {
    const plain = letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace("đ", "d")
    return plain.length === letter.length ? plain : letter
  }).join("")

  const clean = text => text
    .normalize("NFC").toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0]+/g, " ").trim()
    .replace(/(\d)(?=[kdđ]\d)/g, "$1 ") // k1d8 → k1 d8

  const upper = text => text[0].toUpperCase() + text.slice(1)
  const ascii = number => number.replace("đ", "dd")

  // ---- The index -----------------------------------------------------------------------------

  // One line of the index: 8*+:1=abcdđe,2+|heading (see jump.py).
  const readArticle = line => {
    const [, item, number, page, extent, below = "", heading = ""] =
      /^(m?)([^*?+:|]+)(\*?)([?+]?)(?::([^|]*))?(?:\|(.*))?$/.exec(line)
    const clauses = new Map()
    let points = ""
    for (const part of below ? below.split(",") : []) {
      const [, clause, more, letters = ""] = /^([^=?+]*)([?+]?)(?:=(.*))?$/.exec(part)
      if (clause) clauses.set(clause, { known: more !== "?", whole: more === "", points: letters })
      else points = letters
    }
    return { item: item === "m", number, page: page === "*", known: extent !== "?", whole: extent === "", clauses, points, heading }
  }

  const words = text => bare(text.normalize("NFC").toLowerCase()).split(/[^a-z0-9]+/).filter(Boolean)
  const initials = list => list.map(word => word[0]).join("")

  const prepare = data => data.vanBan.map((raw, place) => {
    const number = bare(raw.so.toLowerCase())
    const name = raw.goi.replace(/ năm \d{4}$/, "")
    const named = words(name)
    const kind = words(raw.loai)
    const names = [named, ...(raw.khac || []).map(words)]
    let articles
    return {
      raw, place, number, kind,
      head: (/^\d+/.exec(number) || [""])[0].replace(/^0+/, ""),
      year: String(raw.nam || ""),
      names: new Set(names.flat()),
      title: new Set([...words(raw.ten), ...words(raw.so)]),
      // nd, tt, lanm, anm, blhs, cv
      short: new Set([initials(kind), ...names.map(initials), initials(named.slice(kind.length))].filter(Boolean)),
      // Read when it is first asked for; most are never.
      get articles() {
        articles ||= new Map((raw.dieu ? raw.dieu.split("\n") : []).map(readArticle).map(one => [(one.item ? "m" : "") + one.number, one]))
        return articles
      },
    }
  })

  // ---- What was typed ------------------------------------------------------------------------

  // The units named in a text, and what is left of it: the name of a document, maybe a bare number.
  const parse = typed => {
    const text = clean(typed)
    let plain = bare(text)
    const unit = {}
    // Takes the first match out of the text; groups are read where đ is still đ.
    const take = (pattern, ...names) => {
      const found = pattern.exec(plain)
      if (!found || names.some(name => unit[name])) return
      let from = found.index + found[1].length // past the word: the d of “diem” is not the letter
      names.forEach((name, place) => {
        const value = found[place + 2]
        if (!value) return
        const at = plain.indexOf(value, from)
        from = at + value.length
        unit[name] = text.slice(at, from).replace(/^0+(?=\d)/, "")
      })
      plain = plain.slice(0, found.index) + " ".repeat(found[0].length) + plain.slice(found.index + found[0].length)
    }
    take(/((?:^|[^\w./])(?:(?:dieu|d)\.? ?)?)(\d+[a-z]?)\.(\d+[a-z]?)(?:\.?([a-z]))?(?![\w/])/, "dieu", "khoan", "diem")
    take(/((?:^|\W)(?:diem|p)\.? ?)([a-z])(?!\w)/, "diem")
    take(/(^|\W)([a-z])(?=[ ,]+(?:khoan|k)\.? ?\d)/, "diem")
    take(/((?:^|\W)(?:khoan|k)\.? ?)(\d+[a-z]?)(?!\w)/, "khoan")
    take(/((?:^|\W)(?:dieu|d)\.? ?)(\d+[a-z]?)(?!\w)/, "dieu")
    take(/((?:^|\W)(?:muc|m)\.? ?)(\d+)(?!\w)/, "muc")
    const tokens = plain.split(/[\s,;:()"“”]+/)
      .flatMap(word => (word.includes("/") ? [word] : word.split(/[-.]/)))
      .map(word => word.replace(/^[-./]+|[-.]+$/g, ""))
      .filter(word => word && !SILENT.has(word))
    // Nobody who types without marks can tell điểm d from điểm đ.
    return { text, unit, tokens, marked: /[^\u0000-\u007f]/.test(text) }
  }

  // ---- Which document ------------------------------------------------------------------------

  // How much a word speaks for a document; 0 does not fit at all.
  const weigh = (token, one, last) => {
    const { raw } = one
    if (token === raw.ma) return 12
    if (/^\d+$/.test(token)) {
      const plain = token.replace(/^0+(?=\d)/, "")
      if (plain === one.head) return 6
      if (token === one.year) return 3
      return last && (one.head.startsWith(plain) || one.year.startsWith(token)) ? 0.5 : 0
    }
    if (token.includes("/")) {
      return one.number.replace(/^0+/, "").startsWith(token.replace(/^0+/, "")) ? 8 : 0
    }
    if (one.short.has(token)) return 5
    if (token.length > 2 && raw.ma.startsWith(token)) return 5
    if (one.names.has(token) || one.kind.includes(token)) return 3
    if (one.title.has(token)) return 1
    if (token.length < 2 && !last) return 0
    for (const word of one.names) if (word.startsWith(token)) return 2
    for (const word of one.kind) if (word.startsWith(token)) return 2
    if (token.length > 2) for (const word of one.title) if (word.startsWith(token)) return 0.8
    return 0
  }

  // nd72 and nd72/2013 as two words, unless it is a code.
  const loosen = (tokens, all) => tokens.flatMap(token => {
    const found = /^([a-z]+)(\d.*)$/.exec(token)
    if (!found || all.some(one => one.raw.ma.startsWith(token))) return [token]
    return /^qh$/.test(found[1]) ? [token] : [found[1], found[2]]
  })

  // Documents that every word fits, the best first; those in force before the others.
  const documents = (tokens, all) => {
    if (!tokens.length) return []
    const found = []
    for (const one of all) {
      let score = 0
      for (const [place, token] of tokens.entries()) {
        const weight = weigh(token, one, place === tokens.length - 1)
        if (!weight) { score = 0; break }
        score += weight
      }
      if (score) found.push({ one, score })
    }
    const rank = { con: 0, "mot-phan": 1 }
    return found.sort((a, b) =>
      b.score - a.score ||
      (rank[a.one.raw.tt] ?? 2) - (rank[b.one.raw.tt] ?? 2) ||
      b.one.raw.nam - a.one.raw.nam || a.one.place - b.one.place)
  }

  // ---- Which unit ----------------------------------------------------------------------------

  // 1, 2, 3, 5 → “1–3, 5”; letters follow the alphabet of the law, where đ comes after d.
  const runs = list => {
    const order = value => (/^\d+$/.test(value) ? Number(value) : ALPHABET.includes(value) ? 1e6 + ALPHABET.indexOf(value) : NaN)
    const made = []
    for (const value of list) {
      const run = made[made.length - 1]
      if (run && order(value) === order(run[1]) + 1) run[1] = value
      else made.push([value, value])
    }
    return made.length > 8 ? "" : made.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(", ")
  }
  const count = (holder, list, noun, whole) => {
    const range = runs(list)
    if (whole) return `${holder} có ${list.length} ${noun}${range ? ` (${range})` : ""}`
    return `Ở đây mới ghi ${noun} ${range || `(${list.length})`} của ${holder}; có thể còn nữa`
  }

  const label = ({ diem, khoan, dieu, muc }) => upper([
    diem && `điểm ${diem}`, khoan && `khoản ${khoan}`, dieu && `Điều ${dieu}`, muc && `Mục ${muc}`,
  ].filter(Boolean).join(" "))
  const identifier = ({ diem, khoan, dieu, muc }) => [
    muc && `muc-${muc}`, dieu && `dieu-${ascii(dieu)}`, khoan && `khoan-${khoan}`, diem && `diem-${ascii(diem)}`,
  ].filter(Boolean).join("-")

  class Finder {
    constructor(data, base) {
      this.data = data
      this.base = base
      this.all = prepare(data)
      const here = location.href
      this.here = this.all.find(one => here.startsWith(new URL(one.raw.cho, base).href) && one.raw.cho)
    }

    // Sureness: 3 it is there, 2 nobody counted so deep, 1 it is not there.
    suggestion(one, unit, sure, note) {
      const id = identifier(unit)
      const article = one.articles.get(unit.muc ? `m${unit.muc}` : unit.dieu || "")
      const [home, page] = this.data.trang
      const path = one.raw.cho + (article && article.page ? `dieu-${ascii(article.number)}${page}` : home)
      const state = this.state(one, unit)
      return {
        one, unit, sure, note,
        href: new URL(path + (id ? `#${id}` : ""), this.base).href,
        name: id ? `${label(unit)} ${one.raw.goi}` : one.raw.goi,
        below: note || (article && !unit.khoan && !unit.diem ? article.heading : "") ||
          (id ? "" : one.raw.goi.startsWith(one.raw.ten) ? one.raw.so : one.raw.ten),
        state, mark: this.data.tinhTrang[state][0], words: this.data.tinhTrang[state][1],
      }
    }

    // The state of the nearest unit that has one of its own.
    state(one, unit) {
      const own = one.raw.rieng
      if (own && unit.dieu) {
        const { dieu, khoan, diem } = unit
        for (const step of [{ dieu, khoan, diem }, { dieu, khoan }, { dieu }]) {
          const found = own[identifier(step)]
          if (found) return found
        }
      }
      return unit.dieu && one.raw.tt === "mot-phan" ? "con" : one.raw.tt
    }

    resolve(one, unit) {
      const { dieu, khoan, diem, muc } = unit
      const name = one.raw.goi
      if (muc && !dieu) {
        return one.articles.has(`m${muc}`) ? [this.suggestion(one, { muc, diem }, 3)] : []
      }
      if (!dieu) return [this.suggestion(one, {}, khoan || diem ? 2 : 3, khoan || diem ? `Thêm số điều, ví dụ: ${label(unit).toLowerCase()} Điều 8` : "")]
      const article = one.articles.get(dieu)
      if (!article) {
        const list = [...one.articles.keys()].filter(key => key[0] !== "m")
        if (!list.length) return [this.suggestion(one, {}, 1, "Ở đây chưa ghi điều nào của văn bản này")]
        return [this.suggestion(one, {}, 1, `Không thấy Điều ${dieu}. ${count(name, list, "điều", one.raw.du)}`)]
      }
      const holder = `Điều ${dieu} ${name}`
      const clauses = [...article.clauses.keys()]
      if (!khoan) {
        if (!diem) return [this.suggestion(one, { dieu }, 3)]
        if (article.points.includes(diem)) return [this.suggestion(one, { dieu, diem }, 3)]
        const having = clauses.filter(key => article.clauses.get(key).points.includes(diem))
        if (having.length) return having.map(key => this.suggestion(one, { dieu, khoan: key, diem }, 3))
        const told = !article.known ? `Ở đây chưa đếm các điểm của ${holder}`
          : `Không thấy điểm ${diem} ở ${holder}`
        return [this.suggestion(one, { dieu }, article.known ? 1 : 2, told)]
      }
      const clause = article.clauses.get(khoan)
      if (!clause) {
        if (!article.known) return [this.suggestion(one, { dieu }, 2, `Ở đây chưa đếm các khoản của ${holder}`)]
        if (!clauses.length) return [this.suggestion(one, { dieu }, 1, `${holder} không chia khoản`)]
        const told = count(holder, clauses, "khoản", article.whole)
        return [this.suggestion(one, { dieu }, article.whole ? 1 : 2, `Không thấy khoản ${khoan}. ${told}`)]
      }
      if (!diem || clause.points.includes(diem)) return [this.suggestion(one, { dieu, khoan, diem }, 3)]
      const inside = `khoản ${khoan} ${holder}`
      if (!clause.known) return [this.suggestion(one, { dieu, khoan }, 2, `Ở đây chưa đếm các điểm của ${inside}`)]
      const told = clause.points ? count(upper(inside), [...clause.points], "điểm", clause.whole)
        : clause.whole ? `${upper(inside)} không chia điểm` : `Ở đây chưa ghi đủ các điểm của ${inside}`
      return [this.suggestion(one, { dieu, khoan }, clause.whole ? 1 : 2, `Không thấy điểm ${diem}. ${told}`)]
    }

    // What else the same keys can mean: d or đ, khoản 1d or điểm d khoản 1.
    variants(unit, marked) {
      const found = [unit]
      const twice = key => {
        for (const one of [...found]) {
          if (!marked && one[key] && /d$/.test(one[key])) found.push({ ...one, [key]: one[key].replace(/d$/, "đ") })
        }
      }
      const split = /^(\d+)([a-zđ])$/.exec(unit.khoan || "")
      if (split && !unit.diem) found.push({ ...unit, khoan: split[1], diem: split[2] })
      twice("dieu")
      twice("diem")
      return found
    }

    provisions(one, unit, marked) {
      const all = this.variants(unit, marked).map(variant => this.resolve(one, variant))
      const sure = all.flat().filter(item => item.sure === 3)
      return sure.length ? sure : all[0]
    }

    // What comes next: the clauses of an article, the points of a clause, the worded articles.
    inside({ one, unit }) {
      const article = one.articles.get(unit.dieu || "")
      const next = !unit.dieu
        ? [...one.articles.values()].filter(item => item.page || item.item).map(item => (item.item ? { muc: item.number } : { dieu: item.number }))
        : !unit.khoan && !unit.diem
          ? [...article.clauses.keys()].map(khoan => ({ dieu: unit.dieu, khoan }))
          : unit.diem ? [] : [...article.clauses.get(unit.khoan).points].map(diem => ({ ...unit, diem }))
      return unit.muc ? [] : next.map(step => this.suggestion(one, step, 3))
    }

    // Everything typed may mean: {items, message}.
    find(typed) {
      const { text, unit, tokens, marked } = parse(typed)
      if (!text) return { items: [], message: "" }
      const loose = loosen(tokens, this.all)
      const named = Object.keys(unit).length > 0
      let items = []
      const offer = (found, asked, only) => {
        let sure = 0
        for (const { one, score } of found) {
          // A document that fits by its title alone is no answer to “điều 8”.
          if (sure >= MOST || (asked.dieu && score < found[0].score / 2)) break
          const offered = this.provisions(one, asked, marked).filter(item => !only || item.sure === 3)
          sure += offered.filter(item => item.sure === 3).length
          items.push(...offered)
        }
      }
      const whole = documents(loose, this.all)
      const begun = whole.length > 0 && /^\d+$/.test(loose[loose.length - 1]) &&
        weigh(loose[loose.length - 1], whole[0].one, true) < 1
      // A bare number can be that of an article: “anm25 7”, “nd147 36”.
      const number = loose.map((token, place) => [token, place]).reverse()
        .find(([token]) => /^\d{1,3}[a-z]?$/.test(token))
      const rest = number && !unit.dieu ? loose.filter((_, place) => place !== number[1]) : null
      const bareArticle = rest && (rest.length ? documents(rest, this.all) : this.here ? [{ one: this.here }] : [])
      const fits = bareArticle ? bareArticle.filter(({ score }) => score === bareArticle[0].score) : []
      const asArticle = fits.length && fits.length <= 3 ? () => offer(fits, { ...unit, dieu: number[0] }, whole.length > 0) : () => {}
      if (begun || !whole.length) asArticle()
      offer(whole, unit)
      if (!begun && whole.length) asArticle()

      if (!loose.length && named) {
        // No document named: that of the page first, then whatever has the unit, in force first.
        const others = documents([""], this.all.filter(one => one !== this.here))
        const order = [...(this.here ? [{ one: this.here }] : []), ...others]
        for (const { one } of order) {
          if (items.length >= MOST) break // each further document would have to be read first
          items.push(...this.provisions(one, unit, marked).filter(item => item.sure === 3 && identifier(item.unit)))
        }
      }
      // What is there before what is not; otherwise in the order found.
      items = items.map((item, place) => ({ item, place }))
        .sort((a, b) => (b.item.sure === 3) - (a.item.sure === 3) || a.place - b.place)
        .map(({ item }) => item)
      // Several documents that lack the number would all say so: the two nearest are enough.
      if (items.length && items[0].sure < 3) items = items.slice(0, 2)
      else if (named) items = items.filter((item, place) => item.sure === 3 || place < 4)
      if (items.length && items[0].sure === 3 && items.length < MOST) {
        items.push(...this.inside(items[0]))
      }
      const seen = new Set()
      items = items.filter(item => !seen.has(item.href) && seen.add(item.href)).slice(0, MOST)
      let message = ""
      if (!items.length) {
        message = loose.length
          ? `Ở đây chưa có văn bản nào khớp với “${typed.trim()}”.`
          : named && !unit.dieu && !unit.muc ? `Thêm số điều và tên văn bản, ví dụ: ${label(unit).toLowerCase()} điều 8 anm.`
          : named ? `Ở đây chưa thấy ${label(unit)} trong văn bản nào.`
            : "Gõ thêm số điều hoặc tên văn bản, ví dụ: k1 d8 anm."
      } else if (items[0].sure < 3) message = `${items[0].note}.`
      else if (!loose.length && named && !this.here) message = "Thêm tên văn bản để gọn hơn, ví dụ: anm, nđ 72."
      return { items, message }
    }
  }

  window.__nhayTim = (data, base) => new Finder(data, base)
})()
