// What needs scripts is hidden without them, and shown where the browser knows passkeys; trouble is told on the page.
(function () {
  if (window.PublicKeyCredential) {
    const buttons = '#passkey_login, #mfa_webauthn_add, #mfa_webauthn_authenticate, #mfa_webauthn_reauthenticate'
    document.querySelectorAll(buttons).forEach(function (one) { one.hidden = false })
    document.querySelectorAll('[data-needs-scripts]').forEach(function (one) { one.hidden = true })
  }
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    const trouble = document.getElementById('passkey-trouble')
    trouble.hidden = false
    trouble.scrollIntoView({ block: 'nearest' })
  })
})()
