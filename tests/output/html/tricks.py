"""What somebody might put into a draft so that it runs as a script; each that runs leaves a mark."""

_RUN = "document.documentElement.dataset.ran=1"
TRICKS = (
    f"</script><script>{_RUN}</script>",
    f"<script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f'"><svg onload="{_RUN}">',
    f"' onmouseover='{_RUN}' autofocus onfocus='{_RUN}",
    f'" autofocus tabindex="1" onfocus="{_RUN}',
    f"javascript:{_RUN}",
    f"<a href=javascript:{_RUN}>link</a>",
    f"</style><style>@import 'x'</style><script>{_RUN}</script>",
    f"<!--><script>{_RUN}</script>-->",
    f"]]><script>{_RUN}</script>",
    f"</textarea></title><script>{_RUN}</script>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example>",
    f"{{{{ ''.__class__ }}}} {{% include 'x' %}} ${{{_RUN}}}",
    "&lt;script&gt; &#60;script&#62; &amp;",
)
