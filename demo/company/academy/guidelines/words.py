"""The words."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

WORDS = ModuleSeed(
    key="words",
    title=Words("Las palabras", "The words"),
    summary=Words("Nombre, afirmaciones y precios.", "Name, claims and prices."),
    lessons=(
        LessonSeed(
            key="your-name-and-ours",
            title=Words("Tu nombre y el nuestro", "Your name and ours"),
            summary=Words(
                "Hablas por ti, no por la empresa.", "You speak for yourself, not for the company."
            ),
            minutes=6,
            blocks=(
                picture("consultant"),
                text(
                    es="""
                    La gente te compra a ti. Por eso tu nombre va adelante y el nuestro atrás:
                    «Marta Ruiz, consultora de Raíz». Al revés confunde.

                    ### Cómo presentarte

                    - **Sí:** «consultora de Raíz», «vendo Raíz en Laureles».
                    - **No:** «Raíz oficial», «Raíz Colombia», «soporte Raíz», «distribuidora
                      autorizada».

                    Vale para el nombre del sitio, el de tus redes, el correo y el dominio. Si
                    alguien cree que le escribe a la empresa y te escribe a ti, algo está mal
                    puesto.

                    ### El logotipo

                    No lo pongas de foto de perfil ni lo mandes estampar. Para una tarjeta o un
                    cartel usa tu nombre, la frase «consultora de Raíz» y el QR de tu sitio. Es tu
                    tarjeta; que se parezca a ti.

                    ### Tus palabras

                    No copies los textos de la tienda para hacerlos pasar por tuyos. Enlaza la
                    página y agrega una línea propia: qué usas, cómo, desde cuándo. Se nota la
                    diferencia, y los buscadores también la notan.

                    ### Lo que no te toca

                    Responder por un retraso, por un precio o por una decisión de la empresa. «No
                    lo sé; lo pregunto y te cuento» basta. Si un periodista, otra empresa o
                    alguien del gobierno te escribe por Raíz, pásalo por [contacto](contact) sin
                    contestar tú.

                    ### Revisa lo que ya tienes

                    Busca tu nombre y el nuestro juntos, como lo haría una clienta. Mira el perfil
                    que abriste hace dos años, la página que hizo tu sobrino, la firma del correo.
                    Corrige lo que parezca de la empresa. Toma diez minutos y evita un
                    malentendido que toma semanas.
                    """,
                    en="""
                    People buy from you. So your name comes first and ours after it: “Marta Ruiz,
                    Raíz consultant.” The other way round is confusing.

                    ### How to introduce yourself

                    - **Yes:** “Raíz consultant,” “I sell Raíz in Laureles.”
                    - **No:** “Raíz official,” “Raíz Colombia,” “Raíz support,” “authorized
                      distributor.”

                    That holds for the name of your site, your social accounts, your email and
                    your domain. If somebody believes they are writing to the company and they are
                    writing to you, something is in the wrong place.

                    ### The logo

                    Do not use it as a profile picture, and do not have it printed on things. For
                    a card or a sign use your name, the words “Raíz consultant” and your site's QR
                    code. It is your card; it should look like you.

                    ### Your words

                    Do not copy the store's texts and pass them off as yours. Link to the page and
                    add a line of your own: what you use, how, since when. People notice the
                    difference, and so do search engines.

                    ### What is not yours to answer

                    A delay, a price or a decision of the company. “I do not know; I will ask and
                    tell you” is enough. If a reporter, another company or somebody from the
                    government writes to you about Raíz, pass it on through [contact](contact) and
                    do not answer it yourself.

                    ### Check what you have already

                    Search for your name and ours together, the way a customer would. Look at the
                    profile you opened two years ago, the page your nephew made, the signature of
                    your emails. Correct whatever looks like the company's. It takes ten minutes
                    and avoids a misunderstanding that takes weeks.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="claims",
            title=Words("Lo que se puede afirmar", "What you may claim"),
            summary=Words(
                "Verbos que sí, verbos que no y los rodeos.",
                "Verbs that will do, verbs that will not, and detours.",
            ),
            minutes=9,
            blocks=(
                picture("laboratory"),
                text(
                    es="""
                    Una publicación tuya cuenta como publicidad nuestra. Si dice algo que un
                    cosmético no puede decir, la multa puede llegarnos a los dos, y la decepción
                    le llega a quien compró.

                    ### Sí

                    Limpia, hidrata, suaviza, perfuma, da color, deja brillo, protege del sol
                    (solo el protector), se absorbe rápido, no deja grasa. Y todo lo que tú viste
                    y puedes repetir: «me dura tres meses», «huele a hierba».

                    ### No

                    Cura, trata, alivia, elimina, borra, repara, regenera, rejuvenece,
                    desintoxica, adelgaza, blanquea. Tampoco nombres de enfermedades, ni siquiera
                    para decir que no las cura.

                    ### Los rodeos que tampoco

                    - **El testimonio.** «A mi suegra se le quitó» afirma lo mismo con otra boca.
                    - **El antes y después.** Dos fotos con luz distinta son una promesa sin
                      palabras.
                    - **La pregunta.** «¿Cansada de las manchas?» ya dijo para qué sirve.
                    - **El experto prestado.** «Recomendado por dermatólogos» necesita un estudio,
                      y no lo tienes.
                    - **El miedo.** «Libre de químicos» asusta con algo que no es verdad.

                    ### De las plantas

                    Lo que la abuela hacía con la manzanilla es historia, no una propiedad del
                    jabón. Puedes contar de dónde viene la planta y cómo se seca. No lo que «se
                    sabe que hace».

                    ### Del protector solar

                    Di el factor, cuánto se pone y cada cuánto se repite. No digas «protección
                    total» ni «todo el día». Y no lo ofrezcas a nadie en Estados Unidos: allá no
                    se vende.

                    ### Cómo se corrige

                    «Esta crema elimina las arrugas» se vuelve «la crema deja la piel hidratada y
                    suave». «Repara las puntas» se vuelve «ordena las puntas y da brillo». «Cien
                    por ciento natural» se vuelve «seis ingredientes, con la lista aquí». Casi
                    siempre la versión correcta es más corta, y se le cree más.
                    """,
                    en="""
                    A post of yours counts as advertising of ours. If it says something that a
                    cosmetic may not say, the fine can reach both of us, and the disappointment
                    reaches whoever bought.

                    ### Yes

                    Cleans, moisturizes, softens, scents, adds color, adds shine, protects from
                    the sun (the sunscreen only), sinks in fast, leaves no grease. And anything
                    that you saw and can repeat: “it lasts me three months,” “it smells of grass.”

                    ### No

                    Cures, treats, relieves, eliminates, erases, repairs, regenerates, makes
                    younger, detoxes, slims, whitens. No names of illnesses either, not even to
                    say that it does not cure them.

                    ### Detours that will not do either

                    - **The testimonial.** “My mother-in-law's went away” claims the same thing
                      with another mouth.
                    - **Before and after.** Two pictures in different light are a promise without
                      words.
                    - **The question.** “Tired of dark spots?” has already said what it is for.
                    - **The borrowed expert.** “Recommended by dermatologists” needs a study, and
                      you have none.
                    - **Fear.** “Chemical-free” frightens people with something that is not true.

                    ### About plants

                    What grandmother did with chamomile is history, not a property of the soap.
                    You may tell where the plant comes from and how it is dried. Not what it “is
                    known to do.”

                    ### About the sunscreen

                    State the factor, how much to use and how often to repeat it. Do not say
                    “total protection” or “all day.” And offer it to nobody in the United States:
                    it is not sold there.

                    ### How to put it right

                    “This cream removes wrinkles” becomes “the cream leaves skin moisturized and
                    soft.” “Repairs ends” becomes “tidies the ends and adds shine.” “One hundred
                    percent natural” becomes “six ingredients, and here is the list.” The correct
                    version is nearly always shorter, and people believe it more.
                    """,
                ),
                checklist(
                    Words("Antes de publicar un texto", "Before you post a text"),
                    Words("Miré cada verbo", "I looked at every verb"),
                    Words("No nombro enfermedades", "I name no illnesses"),
                    Words(
                        "No cuento lo que le pasó a otra persona",
                        "I do not tell what happened to somebody else",
                    ),
                    Words(
                        "Lo podría decir delante de una dermatóloga",
                        "I could say it in front of a dermatologist",
                    ),
                ),
            ),
        ),
        LessonSeed(
            key="prices-and-income",
            title=Words("Precios, ofertas e ingresos", "Prices, offers and income"),
            summary=Words("Números ciertos o ningún número.", "True numbers, or none."),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Un número convence más que un adjetivo. Por eso, si está mal, hace más daño.

                    ### Precios

                    Publica el precio de la tienda, con la moneda y el país: 49 pesos, 49 mil y 49
                    dólares no son lo mismo para quien te lee desde otro lado. Si es de oferta, di
                    hasta cuándo. Cuando cambia, cambia también tu publicación, o mejor no pongas
                    el precio y enlaza la página, que siempre está al día.

                    ### Ofertas tuyas

                    Un descuento de tu parte se anuncia como tuyo: «este mes te hago un 10 %, de
                    mi parte». No inventes cupones ni digas «la empresa me dejó».

                    ### Sin relojes falsos

                    «Últimas unidades» solo si la tienda lo dice. «Solo hoy» solo si mañana de
                    verdad cambia. La prisa inventada vende una vez.

                    ### Ingresos

                    Nunca publiques cuánto ganas, cuánto se puede ganar, capturas de pagos,
                    carros, viajes ni la frase «libertad financiera». Aunque en tu caso sea
                    cierto, quien lo lee entiende una promesa, y la mitad de nosotras vende menos
                    de seis productos al mes.

                    Si quieres contar que buscas compañeras, enlaza [la página de
                    consultoras](page:consultants). Ahí está cuánto se gana en cada venta, qué
                    cuesta empezar y lo que no prometemos, dicho con las palabras que ya
                    revisamos.

                    ### Dos publicaciones

                    **No:** «Gana desde casa, yo ya recuperé mi inversión. Escríbeme ya, quedan
                    dos cupos». Promete ingresos, habla de una inversión que no existe y mete
                    prisa.

                    **Sí:** «Soy consultora de Raíz desde marzo. Vendo poco y me gusta. Si te da
                    curiosidad, esta página lo explica mejor que yo». Dice la verdad y enlaza lo
                    que ya está revisado.
                    """,
                    en="""
                    A number convinces more than an adjective. So a wrong one does more harm.

                    ### Prices

                    Post the store's price, with the currency and the country: 49 pesos, 49
                    thousand and 49 dollars are not the same to somebody who reads you from
                    elsewhere. If it is an offer, say until when. When it changes, your post
                    changes, too; or better, leave the price out and link to the page, which is
                    always up to date.

                    ### Offers of your own

                    A discount out of your share is announced as yours: “10% off this month, from
                    me.” Do not invent coupons, and do not say “the company lets me.”

                    ### No fake clocks

                    “Last ones” only if the store says so. “Today only” only if it truly changes
                    tomorrow. Made-up hurry sells once.

                    ### Income

                    Never post what you make, what can be made, screenshots of payments, cars,
                    trips or the words “financial freedom.” Even if it is true for you, whoever
                    reads it understands a promise, and half of us sell fewer than six products a
                    month.

                    If you want to say that you are looking for colleagues, link to [the page for
                    consultants](page:consultants). It has what one earns on each sale, what it
                    costs to begin and what we do not promise, in words that we have checked.

                    ### Two posts

                    **No:** “Earn from home, I have made my investment back. Write now, two places
                    left.” It promises income, speaks of an investment that does not exist, and
                    hurries people.

                    **Yes:** “I have been a Raíz consultant since March. I sell a little, and I
                    like it. If you are curious, this page explains it better than I do.” It tells
                    the truth and links to what has been checked.
                    """,
                ),
                tip(
                    tone="caution",
                    es="Una promesa de ingresos es la falta más grave de estas guías. La "
                    "retiramos el mismo día.",
                    en="A promise of income is the most serious breach of these guidelines. We "
                    "have it taken down the same day.",
                ),
            ),
        ),
    ),
)
