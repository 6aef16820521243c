"""Commands that a LaTeX document knows, as data.

Measured with pdfLaTeX of TeX Live 2022: what is defined in an article with T1, amsmath, amssymb, latexsym, bm,
xspace, url, xcolor, natbib and hyperref, which are loaded nearly everywhere; without what nobody writes into a
bibliography. Then commands of further packages, with the package.
"""

from __future__ import annotations

__all__ = ["DEFINED", "PACKAGES"]

DEFINED = frozenset(
    """
    AA AE Acrobatmenu Acute Alph AmS AmSfont And Arrowvert Bar Bbb Bbbk BibitemOpen BibitemShut
    Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr Box Breve Bumpeq Cap Check Citealp Citealt
    Citeauthor Citep Citet Cup DH DJ DOTSB DOTSI DOTSX Ddot Delta Diamond Dot Doteq Downarrow
    Finv Form Game Gamma Gauge Grave H Hat Huge Hurl Hwithstroke IJ IeC Im Join L LARGE LaTeX
    LaTeXe Lambda Large LastDeclaredEncoding LastMark LayoutCheckField LayoutChoiceField
    LayoutPushButtonField LayoutTextField Leftarrow Leftrightarrow Lleftarrow Longleftarrow
    Longleftrightarrow Longrightarrow Lsh MakeLinkTarget MakeLowercase
    MakeLowercaseUnsupportedInPdfStrings MakeUppercase MakeUppercaseUnsupportedInPdfStrings NG
    Nameref NoCaseChange NoHyper O OE Omega P Phi Pi Pr Psi Re Ref Relbar Reset Rightarrow
    Roman Rrightarrow Rsh S SS Sigma Submit Subset Supset TH TeX Theta Tilde Uparrow
    Updownarrow Upsilon Url Vdash Vec Vert Vvdash Xi a aa above abovewithdelims accent active
    acute addcontentsline adddialect addlanguage addtocontents addtolength addvspace
    adjdemerits advance ae afterassignment aftergroup aleph align aligned alignedat allowbreak
    allowdisplaybreaks alph alpha amalg and angle appendix approx approxeq arabic arccos arcsin
    arctan arg array arraycolsep arraystretch arrowvert asciispace ast astroncite asymp atop
    atopwithdelims author b backepsilon backprime backsim backsimeq backslash badness bar
    barwedge baselinestretch batchmode because begin beginL beginR begingroup beta beth between
    betweenauthors bezier bf bfseries bgroup bibfield bibfnamefont bibinfo bibnamefont big
    bigbreak bigcap bigcirc bigcup bigg biggl biggm biggr bigl bigm bigodot bigoplus bigotimes
    bigr bigskip bigskipamount bigsqcup bigstar bigtriangledown bigtriangleup biguplus bigvee
    bigwedge binom blacklozenge blacksquare blacktriangle blacktriangledown blacktriangleleft
    blacktriangleright blendcolors blendcolorsfalse blendcolorstrue bm bmdefine bmmax bmod bold
    boldmath boldsymbol bordermatrix bot botfigrule botmark bowtie box boxdot boxed boxframe
    boxminus boxplus boxtimes brace braceld bracelu bracerd braceru bracevert brack break breve
    buildrel bullet bumpeq c cal cap capitalacute capitalbreve capitalcaron capitalcedilla
    capitalcircumflex capitaldieresis capitaldotaccent capitalgrave capitalhungarumlaut
    capitalmacron capitalnewtie capitalogonek capitalring capitaltie capitaltilde caption cases
    cdot cdotp cdots center centerdot centering centerline cfrac char check checkmark chi
    choose circ circeq circle circlearrowleft circlearrowright circledast circledcirc
    circleddash citation cite citealp citealt citeauthor citeauthoryear citeends citefullauthor
    citeindexfalse citeindextrue citeindextype citenum citenumfont citep citepalias citestarts
    citestyle citet citetalias citetext citeyear citeyearpar clap cleaders cline closein
    closeout clubsuit colon color colorblend colorbox colorlet colormask colornameprefix
    colorseriescycle columnsep columnseprule complement cong contentsline convertcolorspec
    coprod copy copyright cos cosh cot coth count cr crcr csc csname cup curlyeqprec
    curlyeqsucc curlyvee curlywedge currentgrouplevel currentgrouptype curvearrowleft
    curvearrowright d dag dagger daleth dasharrow dashbox dashleftarrow dashrightarrow dashv
    date day dbinom dblfigrule ddag ddagger ddddot dddot ddot ddots deadcycles def defcitealias
    definecolor definecolors definecolorseries definecolorset definecolorsfalse
    definecolorstrue deg delimiter delimiterfactor delimitershortfall delta descriptionlabel
    det detokenize dfrac dh diagdown diagup diamond diamondsuit digamma dim dimen dimeval
    dimexpr discretionary displaybreak displaylimits displaylines displaymath displaystyle div
    divide divideontimes dj do document documentclass documentstyle dospecials dot doteq
    doteqdot dotfill dotplus dots dotsb dotsc dotsi dotsm dotso doublebarwedge doublecap
    doublecup doublehyphendemerits doublerulesep downarrow downbracefill downdownarrows
    downharpoonleft downharpoonright dp dump egroup eject ell else em emergencystretch emforce
    eminnershape emph empty emptyset emreset end endForm endL endR endalign endaligned endarray
    endcenter endcsname enddisplaymath enddocument endenumerate endeqnarray endequation
    endflushleft endflushright endgather endgraf endgroup enditemize endline endlinechar
    endlrbox endmath endmathdisplay endmatrix endmultline endpicture endquotation endsloppypar
    endsplit endsubarray endtabbing endtabular endverbatim enspace ensuremath enumerate epsilon
    eqcirc eqnarray eqno eqref eqsim eqslantgtr eqslantless equation equiv errhelp errmessage
    escapechar eta eth exists exp expandafter extracolsep extractcolorspec extractcolorspecs
    fallingdotseq fam fbox fboxrule fboxsep fcolorbox fi filbreak fill finalhyphendemerits
    firstmark flat flushbottom flushleft flushright fmtversion fnsymbol font fontchardp
    fontcharht fontdimen fontencoding fontfamily fontseries fontseriesforce fontshape
    fontshapeforce fontsize fontsubfuzz footins footnote footnotemark footnoterule footnotesep
    footnotesize footnotetext footref forall foreignlanguage fpeval frac frak frame framebox
    frenchspacing frown fussy futurelet gamma gather gcd ge genfrac geq geqq geqslant gets gg
    ggg gggtr gimel global globalcolorsfalse globaldefs glossary gnapprox gneq gneqq gnsim
    goodbreak grave gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim guillemetleft
    guillemetright guillemotleft guillemotright guilsinglleft guilsinglright gvertneqq halign
    harvardand harvarditem harvardleft harvardright harvardurl harvardyearleft harvardyearright
    hat hbadness hbar hbox hdots hdotsfor headsep heartsuit heavymath heavysymbol hfil hfill
    hfilneg hfuzz hglue hline hm hmmax hoffset holdinginserts hom hphantom href hrule hrulefill
    hsize hskip hslash hspace hss ht huge hwithstroke hyperbaseurl hypercalcbp hyperget
    hypergetref hyperimage hyperlink hyperref hyperrefundefinedlink hypersetup hypertarget
    hyphenation hyphenchar i ialign idotsint ignorespaces ignorespacesafterend iiiint iiint
    iint ij imath immediate impliedby implies in include includeonly index indexspace inf infty
    injlim input insert int intercal intertext inteval intextsep intop iota it item itemize
    itemsep iterate itshape j jmath joinrel jot k kappa ker kern kill l lVert label labelenumi
    labelenumii labelenumiii labelenumiv labelitemfont labelitemi labelitemii labelitemiii
    labelitemiv labelsep lambda land langle language languagetext large lastbox lastkern
    lastnodetype lbrace lbrack lceil ldotp ldots le leaders leadsto leavevmode left leftarrow
    leftarrowfill leftarrowtail lefteqn leftharpoondown leftharpoonup lefthyphenmin
    leftleftarrows leftline leftmargin leftmargini leftmarginii leftmarginiii leftmarginiv
    leftmarginv leftmarginvi leftmark leftrightarrow leftrightarrows leftrightharpoons
    leftrightsquigarrow leftroot leftskip leftthreetimes legacyoldstylenums leq leqno leqq
    leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim let lfloor lg lgroup lhd
    lim liminf limits limsup line linebreak linethickness ll llap llcorner lll llless llshift
    llshiftnum llshiftset lmoustache ln lnapprox lneq lneqq lnot lnsim locale log loggingall
    long longleftarrow longleftrightarrow longmapsto longrightarrow loop looparrowleft
    looparrowright lor lower lowercase lozenge lq lrbox lrcorner lshift lshiftnum lshiftset
    ltcmddate ltcmdversion ltimes ltmarksdate ltmarksversion ltmetadate ltmetaversion
    ltparadate ltparaversion ltshipoutdate ltshipoutversion lvert lvertneqq magstep magstephalf
    makeatletter makeatother makebox makeglossary makeindex makelabel maketitle maltese mapsto
    mapstochar mark markboth markright marks maskcolors maskcolorsfalse maskcolorstrue math
    mathaccent mathaccentV mathalpha mathbb mathbf mathbin mathcal mathchar mathchardef
    mathchoice mathclose mathcode mathdisplay mathdollar mathellipsis mathfrak mathgroup
    mathhexbox mathinner mathit mathnormal mathop mathopen mathord mathpalette mathparagraph
    mathpunct mathrel mathring mathrm mathsection mathsf mathsterling mathstrut mathsurround
    mathtt mathunderscore mathversion matrix max maxdeadcycles maxdimen mbox mdseries meaning
    measuredangle medbreak medspace message mho mid min minalignsep mintagsep mit mkern mod
    models month moveleft moveright mp mspace mu multicolumn multimap multiply multiput
    multispan multline multlinegap multlinetaggap nVDash nVdash nabla nameref narrower natexlab
    natural ncong ne nearrow neg negmedspace negthickspace negthinspace neq newblock newbox
    newcommand newcount newdimen newenvironment newfam newfont newhelp newif newinsert newlabel
    newlanguage newlength newline newlinechar newmarks newsavebox newsymbol newtheorem newtie
    nexists ng ngeq ngeqq ngeqslant ngtr ni nleftarrow nleftrightarrow nleq nleqq nleqslant
    nless nmid noalign noboundary nobreak nobreakdash nobreakdashes nobreakspace nocite nocorr
    noexpand noindent nolimits nolinebreak nolinkurl nonfrenchspacing nonscript noprotrusion
    normalbaselines normalcolor normalfont normalshape normalsize not notag notin nparallel
    nprec npreceq nrightarrow nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq
    nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nu null
    nulldelimiterspace nullfont number numexpr nvDash nvdash nwarrow o oalign obeycr obeyedline
    obeyedspace obeylines obeyspaces odot oe oint ointop oldstylenums omega ominus omit
    onecolumn ooalign openin openout openup operatorfont operatornamewithlimits oplus or oslash
    otherlanguage otimes outer oval over overbrace overfullrule overleftarrow
    overleftrightarrow overline overrightarrow overset overunderset overwithdelims owns
    pagebreak paperquality par paragraph paragraphmark parallel parbox parsep parshape part
    partial partopsep path penalty perp phantom phantomsection phi pi picture pitchfork pm
    pmatrix pmb pmod pod poptabs pounds prec precapprox preccurlyeq preceq precnapprox precneqq
    precnsim precsim preparecolor preparecolorset pretolerance prime primfrac prod projlim
    propto protect protected providecolor providecolors providecolorset providecommand
    providehyphenmins psi pushtabs put qbezier qbeziermax qquad quad quotation quote
    quotedblbase quotesinglbase r rVert radical raggedbottom raggedleft raggedright raise
    raisebox raisetag rangle rbrace rbrack rceil rdivide realfootnote ref relax relbar
    removelastskip renewcommand renewenvironment repeat resetcolorseries restorecr restriction
    rfloor rgroup rhd rho right rightarrow rightarrowfill rightarrowtail rightharpoondown
    rightharpoonup righthyphenmin rightleftarrows rightleftharpoons rightline rightmargin
    rightmark rightrightarrows rightskip rightsquigarrow rightthreetimes risingdotseq rlap rm
    rmfamily rmoustache rmultiply roman romannumeral root rootbox rq rrshift rshift rtimes rule
    rvert savebox sb sbox sc scriptfont scriptscriptfont scriptscriptstyle scriptsize
    scriptspace scriptstyle scrollmode scshape searrow sec section sectionmark selectcolormodel
    selectfont selectlanguage selectlocale setbox setcitestyle setkeys setlength setlocale
    setminus sf sffamily sharp shipout shortcites shortmid shortparallel shortstack shoveleft
    shoveright sideset sigma sim simeq sin sinh skew skewchar sl slash sloppy sloppypar slshape
    small smallbreak smallfrown smallint smallsetminus smallsmile smash smile sp space
    spacefactor spadesuit span special sphericalangle split splitfirstmark sqcap sqcup sqrt
    sqrtsign sqsubset sqsubseteq sqsupset sqsupseteq square ss sscshape stackrel star stop
    stretch string strut strutbox subarray subequations subitem subparagraph subparagraphmark
    subsection subsectionmark subset subseteq subseteqq subsetneq subsetneqq substack
    substitutecolormodel subsubitem subsubsection subsubsectionmark succ succapprox succcurlyeq
    succeq succnapprox succneqq succnsim succsim sum sup supset supseteq supseteqq supsetneq
    supsetneqq surd swarrow swshape symAMSa symAMSb symbol symlasy symletters symoperators t
    tabbing tabbingsep tabcolsep tableofcontents tabular tabularnewline tag tan tanh tau tbinom
    tencirc tencircw tenln tenlnw texorpdfstring text textacutedbl textampersand
    textascendercompwordmark textasciiacute textasciibreve textasciicaron textasciicircum
    textasciidieresis textasciigrave textasciimacron textasciitilde textasteriskcentered
    textbackslash textbaht textbar textbardbl textbf textbigcircle textblank textborn
    textbraceleft textbraceright textbrokenbar textbullet textcapitalcompwordmark textcelsius
    textcent textcentoldstyle textcircled textcircledP textclubsuitblack textcolonmonetary
    textcolor textcommaabove textcommabelow textcompsubstdefault textcompwordmark textcopyleft
    textcopyright textcurrency textdagger textdaggerdbl textdblhyphen textdblhyphenchar
    textdegree textdiamondsuitblack textdied textdiscount textdiv textdivorced textdollar
    textdollaroldstyle textdong textdownarrow texteightoldstyle textellipsis textemdash
    textendash textestimated texteuro textexclamdown textfiguredash textfiveoldstyle
    textfloatsep textflorin textflq textflqq textfont textfouroldstyle textfraction
    textfractionsolidus textfrq textfrqq textglq textglqq textgravedbl textgreater textgrq
    textgrqq textguarani textheartsuitblack textheight texthorizontalbar textinterrobang
    textinterrobangdown textit textlangle textlanguage textlbrackdbl textleaf textleftarrow
    textleftrightarrow textlegacyasteriskcentered textlegacybardbl textlegacybullet
    textlegacydagger textlegacydaggerdbl textlegacyparagraph textlegacyperiodcentered
    textlegacysection textless textlira textlnot textlocale textlquill textmarried textmd
    textmho textminus textmu textmusicalnote textnaira textnineoldstyle textnonbreakinghyphen
    textnormal textnumbersign textnumero textogonekcentered textohm textonehalf textoneoldstyle
    textonequarter textonesuperior textopenbullet textordfeminine textordmasculine
    textparagraph textparenleft textpercent textperiodcentered textpertenthousand
    textperthousand textpeso textpilcrow textpm textquestiondown textquotedbl textquotedblleft
    textquotedblright textquoteleft textquoteright textquotesingle textquotestraightbase
    textquotestraightdblbase textrangle textrbrackdbl textrecipe textreferencemark
    textregistered textrightarrow textrm textrquill textsc textsection textservicemark
    textsevenoldstyle textsf textsixoldstyle textsl textspadesuitblack textssc textsterling
    textstyle textsubscript textsuperscript textsurd textsw textthreeoldstyle textthreequarters
    textthreequartersemdash textthreesuperior texttildelow texttimes texttrademark texttt
    texttwelveudash texttwooldstyle texttwosuperior textulc textunderscore textup textuparrow
    textupdownarrow textvisiblespace textwidth textwon textyen textzerooldstyle tfrac th thanks
    the theHthm thickapprox thicklines thicksim thickspace thinlines thinspace tilde time times
    tiny title tmspace to today tolerance top topfigrule topmark topsep triangle triangledown
    triangleleft trianglelefteq triangleq triangleright trianglerighteq tt ttfamily twocolumn
    twoheadleftarrow twoheadrightarrow typein typeout u uchyph ulcorner ulcshape unboldmath
    underbar underbrace underleftarrow underleftrightarrow underline underrightarrow underset
    unhbox unhcopy unitlength unkern unless unlhd unrhd unskip unvbox unvcopy uparrow
    upbracefill updefault updownarrow upharpoonleft upharpoonright uplus uppercase uproot
    upshape upsilon upuparrows urcorner url urlstyle usebox usefont uselocale usepackage v
    vDash vadjust valign value varDelta varGamma varLambda varOmega varPhi varPi varPsi
    varSigma varTheta varUpsilon varXi varbigtriangledown varbigtriangleup varepsilon varinjlim
    varkappa varliminf varlimsup varnothing varphi varpi varprojlim varpropto varrho varsigma
    varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vartheta vartriangle vartriangleleft
    vartriangleright vbadness vbox vcenter vdash vdots vec vector vee veebar veqno verb
    verbatim verbvisiblespace vert vfil vfill vfilneg vfuzz vglue vline vnameref voffset
    vphantom vrule vsize vskip vspace vsplit vss vtop wd wedge widehat widetilde widowpenalties
    wlog wp wr xdefinecolor xglobal xi xleaders xleftarrow xrightarrow xspace
    xspaceaddexceptions xspaceremoveexception year yen zeta
    """.split()
)

PACKAGES = {
    **dict.fromkeys("enquote textquote foreignquote blockquote".split(), "csquotes"),
    **dict.fromkeys("ce cf".split(), "mhchem"),
    **dict.fromkeys("si SI num qty unit ang SIrange".split(), "siunitx"),
    **dict.fromkeys("uline uwave sout xout uuline".split(), "ulem"),
    **dict.fromkeys("st ul hl so caps".split(), "soul"),
    **dict.fromkeys(
        "mkbibquote mkbibemph mkbibitalic mkbibbold mkbibacro mkbibparens mkbibsuperscript bibstring "
        "adddot addcomma addspace addcolon addsemicolon adddotspace addabbrvspace addnbspace bibrangedash autocap "
        "parencite textcite footcite autocite fullcite hyphen psq psqq pno ppno nopp mknormrange ordinal".split(),
        "biblatex",
    ),
    **dict.fromkeys(
        "BibTeX XeTeX LuaTeX XeLaTeX LuaLaTeX pdfTeX ConTeXt MF MP METAFONT".split(),
        "hologo or texnames",
    ),
    **dict.fromkeys(
        "foreignlanguage selectlanguage textlatin textcyrillic textgreek".split(), "babel"
    ),
    **dict.fromkeys("gls acrshort acrlong".split(), "glossaries"),
    **dict.fromkeys("ac acs acl acro".split(), "acronym"),
    **dict.fromkeys("nicefrac".split(), "nicefrac"),
    **dict.fromkeys("degree celsius".split(), "gensymb"),
    **dict.fromkeys("mathscr".split(), "mathrsfs"),
    **dict.fromkeys("mathds".split(), "dsfont"),
    **dict.fromkeys("faGithub".split(), "fontawesome5"),
    **dict.fromkeys(
        "aj actaa araa apj apjl apjs ao apss aap aapr aaps azh baas caa cjaa icarus jcap jrasc memras mnras na nar "
        "pra prb prc prd pre prl pasa pasp pasj rmxaa qjras skytel solphys sovast ssr zap nat iaucirc aplett apspr "
        "bain fcp gca grl jcp jgr jqsrt memsai nphysa physrep physscr planss procspie".split(),
        "aastex, natbib's aas_macros or the journal's class",
    ),
    **dict.fromkeys("cyr cyrchar cyra cyrf cyri cyrk cyrz".split(), "fontenc with T2A"),
    **dict.fromkeys("includegraphics".split(), "graphicx"),
}
"""Commands that need a package of their own: the command, and which."""
