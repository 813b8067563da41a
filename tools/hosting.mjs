// What a server should say with the files of dist/, once as a table, and as settings of
// three servers made from it.

/** A name that carries a hash of the content never means another content. */
const HASHED = String.raw`\.[0-9a-f]{8}\.(js|wasm|txt)$`;

const TYPES = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

// Pages of other sites may read the files, also those that are isolated from others.
const ALL = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

const KEPT = { "Cache-Control": "public, max-age=31536000, immutable" };
const ASKED_AGAIN = { "Cache-Control": "no-cache" };
/** An isolated page frames only pages that are isolated too. */
const PAGES = { "Cross-Origin-Embedder-Policy": "require-corp" };

/** The headers of a file by its path in dist/. */
export function headersOf(path) {
  return {
    ...ALL,
    ...(new RegExp(HASHED).test(path) ? KEPT : ASKED_AGAIN),
    ...(path.endsWith(".html") ? PAGES : {}),
  };
}

const lines = (object, write) => Object.entries(object).map(([key, value]) => write(key, value));

const inNginx = (headers, indent) =>
  lines(headers, (name, value) => `${indent}add_header ${name} "${value}" always;`).join("\n");

const nginx = `# nginx: into the "server" of your site, for the folder /charts/.
location /charts/ {
  types {
${lines(TYPES, (extension, type) => `    ${type} ${extension};`).join("\n")}
  }
  charset utf-8;
  charset_types text/css text/javascript text/plain application/json;
  # The .gz files beside the others. With the module ngx_brotli also: brotli_static on;
  gzip_static on;
  gzip_vary on;
${inNginx({ ...ALL, ...ASKED_AGAIN }, "  ")}

  # A location with headers of its own inherits none.
  location ~ "${HASHED}" {
${inNginx({ ...ALL, ...KEPT }, "    ")}
  }
  location ~ "\\.html$" {
${inNginx({ ...ALL, ...ASKED_AGAIN, ...PAGES }, "    ")}
  }
}
`;

const inApache = (headers, indent) =>
  lines(headers, (name, value) => `${indent}Header set ${name} "${value}"`).join("\n");

const apache = `# Apache: as .htaccess in the folder of the files (needs mod_headers and mod_mime).
${lines(TYPES, (extension, type) => `AddType ${type} .${extension}`).join("\n")}
AddCharset utf-8 .css .html .js .json .txt
${inApache({ ...ALL, ...ASKED_AGAIN }, "")}
<FilesMatch "${HASHED}">
${inApache(KEPT, "  ")}
</FilesMatch>
<FilesMatch "\\.html$">
${inApache(PAGES, "  ")}
</FilesMatch>

# The .br and .gz files beside the others.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
AddEncoding br .br
AddEncoding gzip .gz
<FilesMatch "\\.(br|gz)$">
  SetEnv no-gzip 1
  Header append Vary Accept-Encoding
</FilesMatch>
`;

const inIis = (headers, indent) =>
  lines(headers, (name, value) => `${indent}<add name="${name}" value="${value}" />`).join("\n");

const iisTypes = lines(
  TYPES,
  (extension, type) => `      <remove fileExtension=".${extension}" />
      <mimeMap fileExtension=".${extension}" mimeType="${type}" />`,
).join("\n");

const iis = `<?xml version="1.0" encoding="utf-8"?>
<!-- IIS: as web.config in the folder of the files. The rule for hashed names needs the module URL Rewrite. -->
<configuration>
  <system.webServer>
    <staticContent>
${iisTypes}
    </staticContent>
    <httpProtocol>
      <customHeaders>
${inIis({ ...ALL, ...ASKED_AGAIN, ...PAGES }, "        ")}
      </customHeaders>
    </httpProtocol>
    <rewrite>
      <outboundRules>
        <rule name="hashed names are kept">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions>
            <add input="{REQUEST_URI}" pattern="${HASHED}" />
          </conditions>
          <action type="Rewrite" value="${KEPT["Cache-Control"]}" />
        </rule>
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
`;

/** By name of the file in dist/hosting/. */
export const SETTINGS = { "nginx.conf": nginx, htaccess: apache, "web.config": iis };
